import type { QueryInput } from '@codemetrics/contracts';

/** Calendar dates, both ends included. */
export type DateRange = QueryInput['dateRange'];

const DAY_MS = 86_400_000;

/** The zone whose days the viewer lives by. */
export const viewerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `2026-03-31`, put together from its parts: no locale is sure to write it so. */
export const calendarDate = (at: Date, timeZone: string): string => {
  const parts = new Intl.DateTimeFormat('en-u-ca-gregory', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(at);
  return (['year', 'month', 'day'] as const)
    .map((type) => parts.find((part) => part.type === type)?.value)
    .join('-');
};

/** A calendar date so many days later. Reckoned on dates alone: an instant misses the day when the clocks change. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** How many days a range has, both ends included. */
export const daysOf = ({ start, end }: DateRange): number =>
  Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1;

/** The days up to today, both ends included, as the viewer's calendar has them. */
export const lastDays = (days: number, now: Date, timeZone: string): DateRange => {
  const today = calendarDate(now, timeZone);
  return { start: addDays(today, 1 - days), end: today };
};
