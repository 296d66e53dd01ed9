import type { DateRange } from '../range/date-range.ts';
import { addDays, daysOf } from '../range/date-range.ts';

/** The range of the same length just before, as the server reckons it. */
export const previousRange = (range: DateRange): DateRange => {
  const end = addDays(range.start, -1);
  return { start: addDays(end, 1 - daysOf(range)), end };
};
