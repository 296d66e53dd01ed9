import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { asCurl, asTypeScript } from './copied-texts.ts';

const QUERY = {
  queries: ['runs'],
  dateRange: { start: '2026-01-01', end: '2026-03-31' },
  filters: { branches: [`it's $(touch never) \`x\` "y" \\ \n 🙂`] },
};

test('a shell gives curl the very query, whatever stands in it, and the token out of the environment', () => {
  const shell = asCurl(QUERY, 'https://metrics.example.com').replace(/^curl/, "printf '%s\\0'");
  const words = execFileSync('sh', ['-c', shell], {
    env: { CODEMETRICS_TOKEN: 'abc' },
    encoding: 'utf8',
  }).split('\0');
  expect(words).toContain('https://metrics.example.com/api/query');
  expect(words).toContain('Authorization: Bearer abc');
  expect(JSON.parse(words[words.indexOf('-d') + 1] ?? '')).toEqual(QUERY);
});

test('the program has the very query', () => {
  const code = asTypeScript(QUERY, 'https://metrics.example.com');
  const [, query = ''] = /query\.run\((.*)\);\n$/s.exec(code) ?? [];
  expect(JSON.parse(query)).toEqual(QUERY);
  expect(code).toContain('url: "https://metrics.example.com"');
});
