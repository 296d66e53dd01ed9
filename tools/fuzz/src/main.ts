import { randomInt } from 'node:crypto';

import { createFindings } from './run/finding.ts';
import { figures } from './run/figures.ts';
import { fuzz } from './run/fuzz.ts';
import { createTally } from './run/tally.ts';
import { HELP, parseOptions, UsageError } from './options.ts';
import { ownDatabase } from './world/database.ts';

const MOST_SEED = 2_147_483_647;
const print = (text: string): void => void process.stdout.write(`${text}\n`);

const main = async (): Promise<number> => {
  const options = parseOptions(process.argv.slice(2), randomInt(MOST_SEED));
  if (options.help) return (process.stdout.write(HELP), 0);
  const interruption = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => interruption.abort());
  print(`seed ${options.seed}`);
  const findings = createFindings(print);
  const tally = createTally();
  const database = await ownDatabase(process.env['DATABASE_URL']);
  try {
    const outcome = await fuzz({ options, findings, tally, print, signal: interruption.signal }, database);
    print(figures(tally, outcome));
    print(`${findings.all.length} findings with --seed ${options.seed}`);
    if (!outcome.isComplete) print(`Ended early, after ${tally.calls()} of ${options.calls} calls.`);
    return outcome.isComplete && findings.all.length === 0 ? 0 : 1;
  } finally {
    await database.remove();
  }
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof UsageError ? error.message : (error as Error).stack}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
