const COMMA = 44;
const DOT = 46;
const MINUS = 45;
const PLUS = 43;

/**
 * Reads a hit count without making a number of it: counts exceed 2^53, and some tools write `1.2e+10`.
 *
 * Returns 1 (hit), 0 (not hit; a negative count too, which overflowing counters produce) or -1 (no count).
 * The count ends at a comma or at `to`.
 */
export const readHit = (text: string, from: number, to: number): -1 | 0 | 1 => {
  let at = from;
  const negative = text.charCodeAt(at) === MINUS;
  if (negative) at++;
  let digits = 0;
  let positive = false;
  let exponent = false;
  for (; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits++;
      if (code !== 48 && !exponent) positive = true;
    } else if (code === COMMA) break;
    else if ((code | 32) === 101 && digits > 0 && !exponent) {
      exponent = true;
      const sign = text.charCodeAt(at + 1);
      if (sign === PLUS || sign === MINUS) at++;
    } else if (code !== DOT || exponent) return -1;
  }
  if (digits === 0) return -1;
  return positive && !negative ? 1 : 0;
};
