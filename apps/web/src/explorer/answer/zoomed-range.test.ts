import { expect, test } from 'vitest';
import { zoomedRange } from './zoomed-range.ts';

const DATES = ['2026-03-02', '2026-03-09', '2026-03-16', '2026-03-23'];
const RANGE = { start: '2026-03-04', end: '2026-03-27' };

test.each([
  [0, 100, '2026-03-04', '2026-03-27'],
  [25, 75, '2026-03-08', '2026-03-17'],
  [50, 100, '2026-03-13', '2026-03-27'],
])('from %i to %i percent are the days %s to %s', (start, end, from, to) => {
  expect(zoomedRange(DATES, { start, end }, RANGE)).toEqual({ start: from, end: to });
});

test('nothing to zoom into is the range itself', () => {
  for (const dates of [[], ['2026-03-02']])
    expect(zoomedRange(dates, { start: 20, end: 30 }, RANGE)).toEqual(RANGE);
});
