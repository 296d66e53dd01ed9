import { parseArgs } from 'node:util';
import { importGit } from './import-git.ts';
import { parseReports } from './parse-reports.ts';
import { benchWeb } from './web/bench-web.ts';

// npm run bench -- parse [--mb 100] [--rounds 5] [--only lcov,jacoco]
// npm run bench -- import-git [--commits 50000] [--rounds 5]
// npm run bench -- web [--rounds 5]
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    commits: { type: 'string', default: '50000' },
    mb: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
});
if (positionals[0] === 'import-git') {
  await importGit({ commits: Number(values.commits), rounds: Number(values.rounds) });
  process.exit();
}
if (positionals[0] === 'web') process.exit((await benchWeb({ rounds: Number(values.rounds) })) ? 0 : 1);
if (positionals[0] !== 'parse') {
  console.error(
    'usage: npm run bench -- import-git [--commits 50000] [--rounds 5], web [--rounds 5], or parse [--mb 100] [--rounds 5] [--only lcov,jacoco]',
  );
  process.exit(2);
}
await parseReports({
  bytes: Number(values.mb) * 1_000_000,
  rounds: Number(values.rounds),
  only: values.only.split(',').filter((name) => name !== ''),
});
