import { z } from 'zod';
import { line } from './text.ts';

const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

const inRange = (value: string): boolean => {
  const at = Date.parse(value);
  return at >= EARLIEST && at < LATEST;
};

/** An RFC 3339 time with any offset, from 1970 to 2199. Parsed to a `Date`; a date that doesn't exist is refused. */
export const Timestamp = z.iso
  .datetime({ offset: true, error: 'must be an RFC 3339 time that exists, such as 2026-03-01T12:00:00Z' })
  .max(40)
  .refine(inRange, { error: 'must lie between 1970 and 2199' })
  .transform((value) => new Date(value))
  .describe('RFC 3339 time, any offset.');

/** A calendar date, `YYYY-MM-DD`, kept as text. A date that doesn't exist is refused. */
export const CalendarDate = z.iso
  .date({ error: 'must be a date that exists, written YYYY-MM-DD' })
  .refine(inRange, { error: 'must lie between 1970 and 2199' })
  .describe('Calendar date, YYYY-MM-DD.');

/** Either a calendar date (in UTC) or a time, for the ends of a listing. */
export const DateOrTimestamp = z
  .string()
  .max(40)
  .refine((value) => CalendarDate.safeParse(value).success || Timestamp.safeParse(value).success, {
    error: 'must be a date (YYYY-MM-DD) or an RFC 3339 time that exists',
  })
  .describe('A date (YYYY-MM-DD, UTC) or an RFC 3339 time.');

/** A time in an answer: RFC 3339 in UTC with milliseconds. */
export const TimestampOut = z.string().meta({ format: 'date-time', example: '2026-03-01T12:00:00.000Z' });

/** The first instant that a `DateOrTimestamp` names. */
export const startOf = (value: string): Date => new Date(value);

/** The first instant after a `DateOrTimestamp`: a date includes its whole day, a time includes itself. */
export const endOf = (value: string): Date =>
  value.length === 10 ? new Date(Date.parse(value) + 86_400_000) : new Date(Date.parse(value) + 1);

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
};

/** An IANA time zone, such as `Europe/Berlin`; a bare offset is none, since it knows no daylight saving. */
export const TimeZone = line(64).refine(isTimeZone, {
  error: 'must be an IANA time zone, such as Europe/Berlin',
});
