import { expect, test } from 'vitest';
import { addDays, daysOf, lastDays } from './date-range.ts';

test('90 days end with the day that the viewer has', () => {
  const now = new Date('2026-03-31T23:30:00Z');
  expect(lastDays(90, now, 'UTC')).toEqual({ start: '2026-01-01', end: '2026-03-31' });
  expect(lastDays(90, now, 'Europe/Berlin')).toEqual({ start: '2026-01-02', end: '2026-04-01' });
});

test('a range counts both its ends, over a change of the clocks too', () => {
  expect(daysOf({ start: '2026-03-01', end: '2026-03-31' })).toBe(31);
  expect(daysOf({ start: '2026-03-01', end: '2026-03-01' })).toBe(1);
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
});
