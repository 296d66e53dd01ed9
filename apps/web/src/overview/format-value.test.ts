import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { formatChange, formatValue } from './format-value.ts';

test.each<[number, Metric['unit'], string]>([
  [83.14, 'percent', '83.1%'],
  [1234, 'count', '1,234'],
  [1_234_567, 'count', '1.2M'],
  [42, 'seconds', '42 sec'],
  [745, 'seconds', '12 min'],
  [5.25 * 3600, 'seconds', '5.3 hr'],
  [3 * 86_400, 'seconds', '3 days'],
  [210, 'lines', '210 lines'],
  [1.256, 'ratio', '1.26'],
])('%d in %s is %j', (value, unit, text) => {
  expect(formatValue(value, unit, 'en')).toBe(text);
});

test('the locale decides how a number is written', () => {
  expect(formatValue(83.14, 'percent', 'de')).toBe('83,1 %');
});

test('a percentage changes by points', () => {
  expect(formatChange(-2.71, 'percent', 'en')).toBe('2.7 pp');
  expect(formatChange(-90, 'seconds', 'en')).toBe('90 sec');
});
