import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { asCurl } from './copied-texts.ts';

test('a shell reads the command’s body as it was, whatever stands in a name', () => {
  const query = {
    queries: ['pipeline-runs'],
    dateRange: { start: '2026-01-01', end: '2026-01-31' },
    filters: { jobs: [`it's $(touch x) "quoted" \\ and \`more\``] },
  };
  const command = asCurl(query, 'http://127.0.0.1:3000').replace(/^curl/, `printf '%s\\n'`);
  const words = execFileSync('bash', ['-c', command], { encoding: 'utf8', env: { CODEMETRICS_TOKEN: 't' } })
    .trimEnd()
    .split('\n');
  expect(JSON.parse(words.at(-1) ?? '')).toEqual(query);
  expect(words).toContain('Authorization: Bearer t');
});
