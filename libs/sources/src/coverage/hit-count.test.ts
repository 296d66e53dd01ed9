import { expect, test } from 'vitest';
import { readHit } from './hit-count.ts';

test.each([
  ['0', 0],
  ['000', 0],
  ['7', 1],
  ['18446744073709551616', 1],
  ['1.2e+10', 1],
  ['1E5', 1],
  ['0.0', 0],
  ['0e9', 0],
  ['-4', 0],
  ['3,checksum', 1],
  ['', -1],
  [',3', -1],
  ['-', -1],
  ['x', -1],
  ['1x', -1],
  ['e5', -1],
  ['#####', -1],
])('%j reads as %i', (text, expected) => {
  expect(readHit(text, 0, text.length)).toBe(expected);
});
