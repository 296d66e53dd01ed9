import { COLUMNS } from '../code-metrics.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { numberIn } from '../table/answer-table.tsx';

/** One hour of the week. */
export interface WeekHour {
  /** 0 is Monday. */
  readonly day: number;
  readonly hour: number;
  readonly commits: number;
  /** How many of them lie outside of the working hours. */
  readonly outside: number;
}

export const DAYS = 7;
export const HOURS = 24;

/** All 168 hours of a week, those without commits too, from Monday's first on. */
export const weekHours = (rows: readonly TableRow[]): readonly WeekHour[] => {
  const known = new Map(
    rows.map((row) => [`${numberIn(row, COLUMNS.weekday)} ${numberIn(row, COLUMNS.hour)}`, row]),
  );
  return Array.from({ length: DAYS * HOURS }, (_, index) => {
    const [day, hour] = [Math.floor(index / HOURS), index % HOURS];
    const row = known.get(`${day + 1} ${hour}`) ?? {};
    return {
      ...{ day, hour },
      commits: numberIn(row, COLUMNS.commits) ?? 0,
      outside: numberIn(row, COLUMNS.outside) ?? 0,
    };
  });
};

/** Whether most of an hour's commits lie outside of the working hours; false where there are none. */
export const isOutside = ({ commits, outside }: WeekHour): boolean => outside * 2 > commits;

/** `09:00`. */
export const hourText = (hour: number): string => `${String(hour % HOURS).padStart(2, '0')}:00`;

/** A Monday, from which days are named. */
const MONDAY = Date.UTC(2026, 2, 2);

/** The name of a day in the viewer's language; 0 is Monday. */
export const dayName = (day: number, weekday: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(undefined, { weekday, timeZone: 'UTC' }).format(MONDAY + day * 86_400_000);

/** The week in a sentence's figures; `fullest` is null where there are no commits. */
export const summarise = (hours: readonly WeekHour[]) => {
  const commits = hours.reduce((sum, one) => sum + one.commits, 0);
  const outside = hours.reduce((sum, one) => sum + one.outside, 0);
  const fullest = hours.reduce<WeekHour | null>(
    (most, one) => (one.commits > (most?.commits ?? 0) ? one : most),
    null,
  );
  return { commits, outside, share: commits === 0 ? 0 : (100 * outside) / commits, fullest };
};
