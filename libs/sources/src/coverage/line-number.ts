import { MAX_LINE_NUMBER } from './coverage-limits.ts';

/** A line number as a report writes it; NaN where it is none. */
export const lineNumberOf = (text: string | undefined): number => {
  const line = text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return line <= MAX_LINE_NUMBER ? line : Number.NaN;
};

/** A count that is a whole number of at most nine digits; NaN where it is none. */
export const countOf = (text: string | undefined): number =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
