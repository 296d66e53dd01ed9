import type { Random } from './random.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

// From Sunday on. Few people work on a weekend, and Fridays are calm.
const WEEKDAYS = [0.03, 1, 1.15, 1.15, 1.05, 0.75, 0.05];
const PUBLIC_HOLIDAYS = new Set(['01-01', '01-06', '05-01', '10-03', '11-01']);
const [WORK_START, WORK_END] = [7.5 * HOUR, 17 * HOUR];

/** The first instant of a time's day, in UTC. */
export const dayOf = (at: number): number => Math.floor(at / DAY) * DAY;

/** How much is done on a day, 1 being the usual: weekends, public holidays, summer, and the turn of the year. */
export const activityOf = (day: number): number => {
  const date = new Date(day).toISOString().slice(5, 10);
  const weekday = WEEKDAYS[new Date(day).getUTCDay()]!;
  if (PUBLIC_HOLIDAYS.has(date)) return weekday * 0.03;
  if (date >= '12-22' || date <= '01-02') return weekday * 0.12;
  return date >= '07-20' && date <= '08-20' ? weekday * 0.6 : weekday;
};

/** A time of a day at which people work: most often before and after noon. */
export const workTime = (day: number, random: Random): number => {
  const [peak, spread] = random.chance(0.52) ? [9.6, 1.1] : [14.2, 1.5];
  const hours = peak + spread * (random.next() + random.next() + random.next() - 1.5) * 1.6;
  return day + hours * HOUR;
};

const isWorkday = (day: number): boolean => activityOf(day) > 0.3;

/** Moves on by hours of work: nights, weekends and holidays pass without being counted (unless one is in them). */
export const afterWork = (at: number, hours: number): number => {
  let left = hours * HOUR;
  let now = at;
  for (let days = 0; days < 400; days += 1) {
    const day = dayOf(now);
    const begin = Math.max(now, day + WORK_START);
    const room = isWorkday(day) ? Math.max(0, day + WORK_END - begin) : 0;
    if (left <= room) return begin + left;
    left -= room;
    now = day + DAY;
  }
  return now;
};

/** The days of a stretch of time, each by its first instant. */
export const daysBetween = (start: number, end: number): number[] => {
  const days: number[] = [];
  for (let day = dayOf(start); day <= end; day += DAY) days.push(day);
  return days;
};
