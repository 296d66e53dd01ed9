import type { QueryResult } from '@codemetrics/contracts';
import type { DateRange } from '../range/date-range.ts';
import { addDays } from '../range/date-range.ts';

const monthsOn = (date: string, months: number): string => {
  const at = new Date(date);
  at.setUTCMonth(at.getUTCMonth() + months);
  return at.toISOString().slice(0, 10);
};

const NEXT: Readonly<Record<QueryResult['interval'], (start: string, end: string) => string>> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => monthsOn(start, 1),
  quarter: (start) => monthsOn(start, 3),
  year: (start) => monthsOn(start, 12),
  total: (_start, end) => addDays(end, 1),
};

/** The days of a bucket that lie in the range that was asked for. */
export const bucketRange = (
  start: string,
  { interval, dateRange }: Pick<QueryResult, 'interval' | 'dateRange'>,
): DateRange => {
  const last = addDays(NEXT[interval](start, dateRange.end), -1);
  return {
    start: start < dateRange.start ? dateRange.start : start,
    end: last > dateRange.end ? dateRange.end : last,
  };
};
