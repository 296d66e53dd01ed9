import type { Metric } from '@codemetrics/contracts';

type Unit = Metric['unit'];

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

const number = (
  value: number,
  digits: number,
  options: Intl.NumberFormatOptions = {},
  locale?: string,
): string => new Intl.NumberFormat(locale, { maximumFractionDigits: digits, ...options }).format(value);

const withUnit = (value: number, unit: string, options: Intl.NumberFormatOptions, locale?: string): string =>
  number(
    value,
    Math.abs(value) < 10 ? 1 : 0,
    { style: 'unit', unit, unitDisplay: 'short', ...options },
    locale,
  );

const duration = (seconds: number, options: Intl.NumberFormatOptions, locale?: string): string => {
  const size = Math.abs(seconds);
  if (size < 2 * MINUTE) return withUnit(seconds, 'second', options, locale);
  if (size < 2 * HOUR) return withUnit(seconds / MINUTE, 'minute', options, locale);
  if (size < 2 * DAY) return withUnit(seconds / HOUR, 'hour', options, locale);
  return withUnit(seconds / DAY, 'day', options, locale);
};

const large = (value: number): Intl.NumberFormatOptions =>
  Math.abs(value) >= 100_000 ? { notation: 'compact', maximumFractionDigits: 1 } : {};

const FORMATS: Record<Unit, (value: number, options: Intl.NumberFormatOptions, locale?: string) => string> = {
  percent: (value, options, locale) => number(value / 100, 1, { style: 'percent', ...options }, locale),
  count: (value, options, locale) => number(value, 0, { ...large(value), ...options }, locale),
  seconds: duration,
  lines: (value, options, locale) => `${number(value, 0, { ...large(value), ...options }, locale)} lines`,
  ratio: (value, options, locale) => number(value, 2, options, locale),
  // Of which currency the rates are, only whoever set them knows.
  currency: (value, options, locale) => number(value, 2, { ...large(value), ...options }, locale),
  score: (value, options, locale) => number(value, 0, { ...large(value), ...options }, locale),
};

/** A metric's value with its unit, in the viewer's locale. */
export const formatValue = (value: number, unit: Unit, locale?: string): string =>
  FORMATS[unit](value, {}, locale);

/** How much a value has changed, without a sign; the change of a percentage is in percentage points. */
export const formatChange = (change: number, unit: Unit, locale?: string): string =>
  unit === 'percent'
    ? `${number(Math.abs(change), 1, {}, locale)} pp`
    : FORMATS[unit](Math.abs(change), {}, locale);
