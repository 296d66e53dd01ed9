import { expect, test } from 'vitest';
import { HOSTILE_BODIES } from './hostile-bodies.ts';
import { HOSTILE_VALUES } from './hostile-values.ts';
import { HOSTILE_REPORTS } from './reports.ts';

const written = HOSTILE_VALUES.map((value) => JSON.stringify(value));

test('every hostile value can be written as JSON, and read', () => {
  for (const text of written) expect(() => JSON.parse(text) as unknown).not.toThrow();
});

test.each([
  ['NUL', '"\\u0000"'],
  ['a lone surrogate', '"\\ud800"'],
  ['1e400', '1e400'],
  ['a number beyond the exact ones', '9007199254740993'],
  ['a range of 10,000 years', '{"start":"0001-01-01","end":"9999-12-31"}'],
  ['a field __proto__', '{"__proto__":{"admin":true}}'],
])('%s is among them', (_what, text) => {
  expect(written).toContain(text);
});

test('a billion laughs and external entities are among the reports, deep JSON among the bodies', () => {
  expect(HOSTILE_REPORTS.some((text) => text.includes('<!ENTITY l9 "&l8;&l8;'))).toBe(true);
  expect(HOSTILE_REPORTS.some((text) => text.includes('SYSTEM "file:///etc/passwd"'))).toBe(true);
  expect(HOSTILE_BODIES.some(({ body }) => String(body).startsWith('['.repeat(10_000)))).toBe(true);
});
