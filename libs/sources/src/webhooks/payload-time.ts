import { z } from 'zod';

const EARLIEST = 0;
const LATEST = Date.UTC(2200, 0, 1) - 1;
const TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|[+-]\d\d:?\d\d)$/;

/** git allows any date and any offset: an offset that no clock has counts as UTC, a date is held within 1970 to 2199. */
const parseTime = (text: string): number => {
  const local = TIME.exec(text)?.[1];
  if (local === undefined) return Number.NaN;
  const exact = Date.parse(text);
  const at = Number.isNaN(exact) ? Date.parse(`${local}Z`) : exact;
  return Math.min(Math.max(at, EARLIEST), LATEST);
};

/** A time of a payload, as a `Date` that the contracts accept. */
export const PayloadTime = z
  .string()
  .max(40)
  .refine((text) => !Number.isNaN(parseTime(text)), { error: 'must be an RFC 3339 time' })
  .transform((text) => new Date(parseTime(text)));
