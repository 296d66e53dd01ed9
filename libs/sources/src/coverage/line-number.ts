import { MAX_LINE_NUMBER } from './coverage-limits.ts';

/** A line number as a report writes it; NaN where it is none. */
export const lineNumberOf = (text: string | undefined): number => {
  const line = digits(text, 10);
  return line <= MAX_LINE_NUMBER ? line : Number.NaN;
};

/** A count that is a whole number of at most nine digits; NaN where it is none. */
export const countOf = (text: string | undefined): number => digits(text, 9);

// By hand: it runs for each attribute of each line, and a regular expression takes three times as long.
const digits = (text: string | undefined, most: number): number => {
  if (text === undefined || text.length === 0 || text.length > most) return Number.NaN;
  let number = 0;
  for (let at = 0; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
};
