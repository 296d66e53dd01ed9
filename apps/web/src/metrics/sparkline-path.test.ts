import { expect, test } from 'vitest';
import { sparklinePath } from './sparkline-path.ts';

const SIZE = { width: 26, height: 16 };

test('spans the box from the lowest value to the highest', () => {
  expect(sparklinePath([10, 20, 15], SIZE, false)).toEqual({
    line: 'M3 13L13 3L23 8',
    dots: [],
    last: [23, 8],
  });
});

test('a missing value is a gap, and one alone between gaps is a dot', () => {
  const { line, dots, last } = sparklinePath([1, null, 2, null, 3, 3], { width: 56, height: 16 }, true);
  expect(line).toBe('M3 9.7M23 6.3M43 3L53 3');
  expect(dots).toEqual([
    [3, 9.7],
    [23, 6.3],
  ]);
  expect(last).toEqual([53, 3]);
});

test('values that never change lie flat', () => {
  expect(sparklinePath([5, 5], SIZE, false).line).toBe('M3 8L23 8');
  expect(sparklinePath([0, 0], SIZE, true).line).toBe('M3 13L23 13');
});

test('no value draws nothing', () => {
  expect(sparklinePath([null, null], SIZE, false)).toEqual({ line: '', dots: [], last: null });
});
