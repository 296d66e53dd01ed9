import { expect, test } from 'vitest';
import { dailyCalls, dayAfter, describeCalls, total } from './daily-calls.ts';

test('days without a call are zeros, and several operations of a day are added up', () => {
  const days = dailyCalls('2026-02-27', '2026-03-02', [
    { date: '2026-02-28', calls: 2, failures: 1 },
    { date: '2026-03-02', calls: 1, failures: 0 },
    { date: '2026-02-28', calls: 3, failures: 0 },
    { date: '2026-01-01', calls: 9, failures: 9 },
  ]);
  expect(days).toEqual({ start: '2026-02-27', calls: [0, 5, 0, 1], failures: [0, 1, 0, 0] });
  expect(total(days.calls)).toBe(6);
  expect(dayAfter('2026-02-27', 3)).toBe('2026-03-02');
});

test('are told in words', () => {
  const told = describeCalls({ start: '2026-03-01', calls: [0, 5, 1, 0], failures: [0, 0, 0, 0] });
  expect(told).toMatch(/^6 calls in 4 days, at most 5 a day, on .*2.*; the last on .*3/);
  expect(describeCalls({ start: '2026-03-01', calls: [0, 0], failures: [0, 0] })).toBe('No call in 2 days');
  expect(describeCalls({ start: '2026-03-01', calls: [1], failures: [0] })).toMatch(/^1 call in/);
});
