import { expect, test } from 'vitest';
import { PRESETS } from './presets.ts';

test('a job asks for its token by the audience, and trades it at this server', () => {
  const [github, gitlab] = PRESETS;
  const text = github.snippet?.('https://metrics.example/a b', 'https://metrics.example');
  expect(text).toContain('&audience=https%3A%2F%2Fmetrics.example%2Fa%20b"');
  expect(text).toContain('"https://metrics.example/api/tokens/exchange"');
  expect(gitlab?.snippet?.('a "b"', 'https://metrics.example')).toContain('JOB: { aud: "a \\"b\\"" }');
});
