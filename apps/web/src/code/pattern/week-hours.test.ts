import { expect, test } from 'vitest';
import { dayName, hourText, isOutside, summarise, weekHours } from './week-hours.ts';

const rows = [
  { weekday: 1, hour: 9, commits: 4, outside: 0 },
  { weekday: 7, hour: 23, commits: 2, outside: 2 },
  { weekday: 3, hour: 9, commits: 4, outside: 2 },
];
const hours = weekHours(rows);

test('a week has 168 hours, from Monday’s first to Sunday’s last', () => {
  expect(hours).toHaveLength(168);
  expect(hours[9]).toEqual({ day: 0, hour: 9, commits: 4, outside: 0 });
  expect(hours.at(-1)).toEqual({ day: 6, hour: 23, commits: 2, outside: 2 });
  expect(hours.filter(({ commits }) => commits > 0)).toHaveLength(3);
  expect(weekHours([]).every(({ commits }) => commits === 0)).toBe(true);
});

test('an hour is outside where most of its commits are', () => {
  expect([hours[9]!, hours.at(-1)!, hours[2 * 24 + 9]!, hours[0]!].map(isOutside)).toEqual([
    false,
    true,
    false,
    false,
  ]);
});

test('a week is told in a few figures', () => {
  expect(summarise(hours)).toEqual({ commits: 10, outside: 4, share: 40, fullest: hours[9] });
  expect(summarise(weekHours([]))).toEqual({ commits: 0, outside: 0, share: 0, fullest: null });
});

test('days begin with Monday, hours with midnight', () => {
  const names = new Intl.DateTimeFormat(undefined, { weekday: 'long', timeZone: 'UTC' });
  expect(dayName(0, 'long')).toBe(names.format(Date.UTC(2024, 0, 1)));
  expect(dayName(6, 'long')).toBe(names.format(Date.UTC(2024, 0, 7)));
  expect([hourText(0), hourText(9), hourText(24)]).toEqual(['00:00', '09:00', '00:00']);
});
