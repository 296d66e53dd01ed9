import { expect, test } from 'vitest';
import { readSeconds, readTime } from './read-attributes.ts';

test.each([
  ['0.012', 0.012],
  ['1,234.5', 1234.5],
  ['12,345,678', 12_345_678],
  ['0,012', 0.012],
  ['12,5', 12.5],
  [' 3 ', 3],
  ['.5', 0.5],
  ['1E-3', 0.001],
  ['', null],
  [undefined, null],
  ['-1', null],
  ['NaN', null],
  ['0x10', null],
  ['1e400', null],
  ['1,23,4', null],
  ['soon', null],
])('%j is %j seconds', (text, seconds) => {
  expect(readSeconds(text)).toBe(seconds);
});

test.each([
  ['2026-03-02T10:00:00', '2026-03-02T10:00:00.000Z'],
  ['2026-03-02T10:00:00.569834', '2026-03-02T10:00:00.569Z'],
  ['2026-03-02 10:00:00 UTC', '2026-03-02T10:00:00.000Z'],
  ['2026-03-02T10:00:00.512+02:00', '2026-03-02T08:00:00.512Z'],
  ['2026-03-02T10:00-0130', '2026-03-02T11:30:00.000Z'],
  ['1970-01-01T00:00:00', null],
  ['9999-12-31T23:59:59', null],
  ['2026-13-02T10:00:00', null],
  ['02.03.2026 10:00', null],
  ['', null],
  [undefined, null],
])('%j is %j', (text, time) => {
  const at = readTime(text);
  expect(at === null ? null : new Date(at).toISOString()).toBe(time);
});
