import type { DateRange } from '../../range/date-range.ts';

const DAY_MS = 86_400_000;

/** The days that a zoom shows; `dates` are the first days of the buckets, which the time axis spans. */
export const zoomedRange = (
  dates: readonly string[],
  window: { readonly start: number; readonly end: number },
  range: DateRange,
): DateRange => {
  const [first, last] = [dates[0], dates.at(-1)];
  if (window.start <= 0 && window.end >= 100) return range;
  if (first === undefined || last === undefined || first === last) return range;
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const at = (percent: number): number => from + ((to - from) * percent) / 100;
  const date = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const start = date(Math.ceil(at(window.start) / DAY_MS) * DAY_MS);
  // The last bucket lasts beyond its first day.
  const end = window.end >= 100 ? range.end : date(at(window.end));
  return start <= end ? { start, end } : range;
};
