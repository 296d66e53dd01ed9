import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { formatChange, formatValue } from './format-value.ts';

// The words and spaces of a locale are those of the machine's own data, so what is expected is asked of it as well.
const written = (value: number, options: Intl.NumberFormatOptions, locale = 'en'): string =>
  new Intl.NumberFormat(locale, options).format(value);
const inUnit = (value: number, unit: string): string =>
  written(value, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 });

test.each<[number, Metric['unit'], string]>([
  [83.14, 'percent', written(0.831, { style: 'percent', minimumFractionDigits: 1 })],
  [1234, 'count', written(1234, {})],
  [1_234_567, 'count', written(1_200_000, { notation: 'compact' })],
  [42, 'seconds', inUnit(42, 'second')],
  [745, 'seconds', inUnit(12, 'minute')],
  [5.25 * 3600, 'seconds', inUnit(5.3, 'hour')],
  [3 * 86_400, 'seconds', inUnit(3, 'day')],
  [210, 'lines', `${written(210, {})} lines`],
  [1.256, 'ratio', written(1.26, {})],
])('%d in %s is %j', (value, unit, text) => {
  expect(formatValue(value, unit, 'en')).toBe(text);
});

test('the locale decides how a number is written', () => {
  const german = written(0.831, { style: 'percent', minimumFractionDigits: 1 }, 'de');
  expect(formatValue(83.14, 'percent', 'de')).toBe(german);
  expect(german).not.toBe(formatValue(83.14, 'percent', 'en'));
});

test('a percentage changes by points', () => {
  expect(formatChange(-2.71, 'percent', 'en')).toBe(`${written(2.7, {})} pp`);
  expect(formatChange(-90, 'seconds', 'en')).toBe(inUnit(90, 'second'));
});
