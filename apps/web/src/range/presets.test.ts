import { expect, test } from 'vitest';
import { customValue, readRange } from './presets.ts';

const NOW = new Date('2026-03-15T12:00:00Z');

test.each([
  ['7d', '2026-03-09', '2026-03-15'],
  ['month', '2026-03-01', '2026-03-15'],
  ['last-month', '2026-02-01', '2026-02-28'],
  ['year', '2026-01-01', '2026-03-15'],
])('%s runs from %s to %s', (value, start, end) => {
  expect(readRange(value, NOW, 'UTC')).toEqual({ start, end, preset: value });
});

test('two chosen dates come back from the address', () => {
  const range = { start: '2025-12-01', end: '2026-01-31' };
  expect(readRange(customValue(range), NOW, 'UTC')).toEqual({ ...range, preset: null });
});

test.each([undefined, '', '9999d', '2026-02-30_2026-03-01', '2026-03-02_2026-03-01', '<script>'])(
  '%j is the default',
  (value) => {
    expect(readRange(value, NOW, 'UTC')).toEqual({ start: '2025-12-16', end: '2026-03-15', preset: '90d' });
  },
);
