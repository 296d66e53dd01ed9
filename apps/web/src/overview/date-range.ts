import type { QueryInput } from '@codemetrics/contracts';

const DAYS = 90;
const DAY_MS = 86_400_000;

/** The zone whose days the viewer lives by. */
export const viewerZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `2026-03-31`, put together from its parts: no locale is sure to write it so. */
const calendarDate = (at: Date, timeZone: string): string => {
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

/** The 90 days up to today, both ends included, as the viewer's calendar has them. */
export const last90Days = (now: Date, timeZone: string): QueryInput['dateRange'] => {
  const today = calendarDate(now, timeZone);
  // Reckoned on the date alone: an instant minus 89 × 24 hours misses the day when the clocks change.
  const start = new Date(Date.parse(today) - (DAYS - 1) * DAY_MS).toISOString().slice(0, 10);
  return { start, end: today };
};
