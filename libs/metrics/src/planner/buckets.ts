import type { Interval } from '@codemetrics/contracts';

const DAY_MS = 86_400_000;

/** Calendar dates are reckoned in UTC here: a date has no zone, only the instants at its edges do. */
const at = (date: string): Date => new Date(`${date}T00:00:00Z`);
const text = (time: Date): string => time.toISOString().slice(0, 10);

/** The date so many days later. */
export const addDays = (date: string, days: number): string =>
  text(new Date(at(date).getTime() + days * DAY_MS));

/** How many days a range has, both ends included. */
export const daysIn = (range: { readonly start: string; readonly end: string }): number =>
  Math.round((at(range.end).getTime() - at(range.start).getTime()) / DAY_MS) + 1;

/** The first day of the bucket that holds a date. */
export const bucketOf = (date: string, interval: Exclude<Interval, 'total'>): string => {
  const time = at(date);
  if (interval === 'week') return addDays(date, -((time.getUTCDay() + 6) % 7));
  if (interval === 'month') time.setUTCDate(1);
  if (interval === 'quarter') time.setUTCMonth(time.getUTCMonth() - (time.getUTCMonth() % 3), 1);
  if (interval === 'year') time.setUTCMonth(0, 1);
  return text(time);
};

/** The first day of the bucket after the one that starts on a date. */
export const nextBucket = (start: string, interval: Exclude<Interval, 'total'>): string => {
  const time = at(start);
  if (interval === 'day') return addDays(start, 1);
  if (interval === 'week') return addDays(start, 7);
  if (interval === 'month') time.setUTCMonth(time.getUTCMonth() + 1);
  if (interval === 'quarter') time.setUTCMonth(time.getUTCMonth() + 3);
  if (interval === 'year') time.setUTCFullYear(time.getUTCFullYear() + 1);
  return text(time);
};

/** A bucket: its first day, and the first day after it. */
export interface Bucket {
  readonly start: string;
  readonly end: string;
}

/** Every bucket of a range, first to last, whether anything happened in it or not. */
export const bucketsOf = (
  range: { readonly start: string; readonly end: string },
  interval: Interval,
): Bucket[] => {
  if (interval === 'total') return [{ start: range.start, end: addDays(range.end, 1) }];
  const buckets: Bucket[] = [];
  for (let start = bucketOf(range.start, interval); start <= range.end; start = nextBucket(start, interval))
    buckets.push({ start, end: nextBucket(start, interval) });
  return buckets;
};

const MOST_POINTS = 62;

/** The finest interval with at most about 60 points. */
export const defaultInterval = (range: { readonly start: string; readonly end: string }): Interval => {
  const days = daysIn(range);
  if (days <= MOST_POINTS) return 'day';
  if (days <= MOST_POINTS * 7) return 'week';
  if (days <= MOST_POINTS * 30) return 'month';
  return 'quarter';
};

/** The range of the same length just before. */
export const previousRange = (range: { readonly start: string; readonly end: string }) => {
  const end = addDays(range.start, -1);
  return { start: addDays(end, 1 - daysIn(range)), end };
};

/** Today's date in a time zone. */
export const dateIn = (timezone: string, now: Date): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
