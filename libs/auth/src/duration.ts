const SECONDS: Readonly<Record<string, number>> = {
  '': 1,
  s: 1,
  min: 60,
  h: 3_600,
  d: 86_400,
  w: 7 * 86_400,
  y: 365 * 86_400,
};

/** The longest duration, in seconds: 100 years of 365 days. */
export const MAX_DURATION_SECONDS = 100 * 365 * 86_400;

const UNITS =
  'Write a whole number and one of s, min, h, d, w, y (365 days), such as 90d; a bare number is seconds.';
const MONTH_LIKE = /^(?:m|mo|mos|mon|month|months)$/i;

/**
 * The seconds in a duration: `3600`, `45s`, `30min`, `12h`, `90d`, `2w`, `1y`. Units are lower case, and there
 * is no `m`: it could be a minute or a month. (Rate limits have a format and a parser of their own.)
 * @throws RangeError with a sentence that says what to write instead; zero only passes with `allowZero`
 */
export function parseDuration(text: string, { allowZero = false }: { allowZero?: boolean } = {}): number {
  const shown = JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
  const match = /^([0-9]+) ?([A-Za-z]*)$/.exec(text.trim());
  if (!match) throw new RangeError(`${shown} is not a duration. ${UNITS}`);
  const [, digits = '', unit = ''] = match;
  if (MONTH_LIKE.test(unit)) {
    throw new RangeError(
      `The unit of ${shown} is ambiguous: it could be minutes or months. ` +
        `Use ${digits}min for minutes, or days such as 30d for a month.`,
    );
  }
  const factor = Object.hasOwn(SECONDS, unit) ? SECONDS[unit] : undefined;
  if (factor === undefined) throw new RangeError(`The unit of ${shown} is not known. ${UNITS}`);
  const seconds = Number(digits) * factor;
  if (seconds > MAX_DURATION_SECONDS) throw new RangeError(`${shown} is too long: the most is 100y.`);
  if (seconds === 0 && !allowZero) throw new RangeError(`${shown} is too short: the least is 1s.`);
  return seconds;
}
