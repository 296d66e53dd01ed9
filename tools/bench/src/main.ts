import { parseArgs } from 'node:util';
import { parseReports } from './parse-reports.ts';

// npm run bench -- parse [--mb 100] [--rounds 5] [--only lcov,jacoco]
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    mb: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
});
if (positionals[0] !== 'parse') {
  console.error('usage: npm run bench -- parse [--mb 100] [--rounds 5] [--only lcov,jacoco]');
  process.exit(2);
}
await parseReports({
  bytes: Number(values.mb) * 1_000_000,
  rounds: Number(values.rounds),
  only: values.only.split(',').filter((name) => name !== ''),
});
