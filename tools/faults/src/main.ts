import { readOptions, USAGE } from './plan/options.ts';
import { runPlan } from './plan/run-plan.ts';
import { PARTS } from './parts/index.ts';

// npm run test:faults [-- [--quick] [--list] [--postgres FOLDER] PART…]
const options = readOptions(process.argv.slice(2), PARTS);
if (typeof options === 'string') {
  console.error(`${options}\n${USAGE}`);
  process.exit(2);
}
if (options.isList) {
  for (const part of PARTS) console.log(`${part.name.padEnd(18)}${part.promise}`);
  process.exit(0);
}
process.exit(await runPlan(options));
