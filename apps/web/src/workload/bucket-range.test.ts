import { expect, test } from 'vitest';
import { bucketRange } from './bucket-range.ts';

const dateRange = { start: '2026-01-07', end: '2026-03-10' };

test.each([
  ['day', '2026-01-31', '2026-01-31', '2026-01-31'],
  ['week', '2026-01-05', '2026-01-07', '2026-01-11'],
  ['week', '2026-03-09', '2026-03-09', '2026-03-10'],
  ['month', '2026-02-01', '2026-02-01', '2026-02-28'],
  ['quarter', '2026-01-01', '2026-01-07', '2026-03-10'],
  ['total', '2026-01-07', '2026-01-07', '2026-03-10'],
] as const)('the %s of %s runs from %s to %s, as far as it was asked for', (interval, date, start, end) => {
  expect(bucketRange(date, { interval, dateRange })).toEqual({ start, end });
});
