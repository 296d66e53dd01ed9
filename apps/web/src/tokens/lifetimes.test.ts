import { expect, test } from 'vitest';
import { lifetimesUpTo, preferredLifetime } from './lifetimes.ts';

const DAY = 86_400;

test('offers no lifetime beyond the server’s', () => {
  expect(lifetimesUpTo(60 * DAY).map((one) => one.label)).toEqual([
    '7 days',
    '30 days',
    '60 days (the longest permitted)',
  ]);
  expect(lifetimesUpTo(365 * DAY).at(-1)).toEqual({
    value: String(365 * DAY),
    label: '1 year (the longest permitted)',
  });
  expect(lifetimesUpTo(6 * 3600)).toEqual([{ value: '21600', label: '6 hours (the longest permitted)' }]);
});

test('what is chosen at first is among those offered', () => {
  for (const most of [3600, 90 * DAY, 365 * DAY])
    expect(lifetimesUpTo(most).map((one) => one.value)).toContain(preferredLifetime(most));
});
