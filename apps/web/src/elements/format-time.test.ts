import { expect, test } from 'vitest';
import { formatRelative, formatUtc } from './format-time.ts';

const NOW = Date.parse('2026-03-01T12:00:00Z');
const at = (seconds: number): string => new Date(NOW + seconds * 1000).toISOString();

test.each([
  [-20, 'just now'],
  [20, 'in less than a minute'],
  [-300, '5 minutes ago'],
  [-7199, '1 hour ago'],
  [30 * 86_400 - 1, 'in 29 days'],
  [364 * 86_400, 'in 12 months'],
  [-800 * 86_400, '2 years ago'],
])('%i seconds from now is %j', (seconds, text) => {
  expect(formatRelative(at(seconds), NOW)).toBe(text);
});

test('a time in UTC says so', () => {
  expect(formatUtc('2026-03-01T13:04:05.678+01:00')).toBe('2026-03-01 12:04:05 UTC');
});
