import { formatCalendarDate } from '../elements/format-time.ts';

const DAY_MS = 86_400_000;

/** The calls of one token, a number a day without a gap. */
export interface DailyCalls {
  /** The first day, YYYY-MM-DD. */
  readonly start: string;
  readonly calls: readonly number[];
  readonly failures: readonly number[];
}

interface Counted {
  readonly date: string;
  readonly calls: number;
  readonly failures: number;
}

/** The day so many days after another. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Fills the days without a call; several counts of one day (of several operations) are added up. */
export const dailyCalls = (start: string, end: string, counted: readonly Counted[]): DailyCalls => {
  const length = Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1;
  const calls = Array.from({ length }, () => 0);
  const failures = Array.from({ length }, () => 0);
  for (const one of counted) {
    const at = Math.round((Date.parse(one.date) - Date.parse(start)) / DAY_MS);
    if (at < 0 || at >= length) continue;
    calls[at] = (calls[at] ?? 0) + one.calls;
    failures[at] = (failures[at] ?? 0) + one.failures;
  }
  return { start, calls, failures };
};

export const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);

const times = (count: number): string => `${count.toLocaleString()} ${count === 1 ? 'call' : 'calls'}`;

/** The days in words, for those who can't see them drawn. */
export const describeCalls = ({ start, calls }: DailyCalls): string => {
  const sum = total(calls);
  if (sum === 0) return `No call in ${calls.length} days`;
  const most = Math.max(...calls);
  const peak = formatCalendarDate(dayAfter(start, calls.lastIndexOf(most)));
  const last = formatCalendarDate(
    dayAfter(
      start,
      calls.findLastIndex((one) => one > 0),
    ),
  );
  return `${times(sum)} in ${calls.length} days, at most ${most.toLocaleString()} a day, on ${peak}; the last on ${last}`;
};
