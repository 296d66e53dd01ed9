import { expect, test } from 'vitest';
import { last90Days } from './date-range.ts';

test('the 90 days include today and are those of the viewer’s calendar', () => {
  const now = new Date('2026-03-31T22:30:00Z');
  expect(last90Days(now, 'UTC')).toEqual({ start: '2026-01-01', end: '2026-03-31' });
  expect(last90Days(now, 'Europe/Berlin')).toEqual({ start: '2026-01-02', end: '2026-04-01' });
});
