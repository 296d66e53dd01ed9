import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { countText, shownText } from './count-text.ts';

test.each<[Metric['kind'], Metric['unit'], number | undefined, string]>([
  ['count', 'count', undefined, ''],
  ['ratio', 'percent', 20, 'of 20'],
  ['distribution', 'seconds', 7, 'median of 7'],
  ['sum', 'lines', 1, 'from 1 row'],
  ['gauge', 'percent', 12, 'of 12'],
  ['gauge', 'lines', 2, 'in 2 repositories'],
])('a %s in %s of %j is told %j', (kind, unit, count, text) => {
  expect(countText({ kind, unit }, count === undefined ? {} : { count })).toBe(text);
});

test('what is cut says so, with the whole number where it is known', () => {
  expect([shownText(0, 0, 50), shownText(1, 1, 50), shownText(12, 12, 50)]).toEqual([
    'No rows.',
    '1 row.',
    '12 rows.',
  ]);
  expect(shownText(50, 129, 50)).toBe('50 of 129 rows.');
  expect(shownText(50, 50, 50)).toBe('50 rows; there may be more.');
  expect(shownText(50, null, 50)).toBe('50 rows; there may be more.');
});
