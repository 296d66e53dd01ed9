import { describe, expect, test } from 'vitest';
import {
  addDays,
  bucketOf,
  bucketsOf,
  dateIn,
  daysIn,
  defaultInterval,
  nextBucket,
  previousRange,
} from './buckets.ts';

describe('dates', () => {
  test.each([
    ['2026-03-01', -1, '2026-02-28'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-28', 2, '2026-03-30'], // no day is lost where Europe's clocks change
    ['2026-10-24', 2, '2026-10-26'],
    ['1970-01-01', -1, '1969-12-31'],
    ['2026-03-02', 0, '2026-03-02'],
  ])('%s and %d days is %s', (date, days, expected) => {
    expect(addDays(date, days)).toBe(expected);
  });

  test('a range includes both its ends', () => {
    expect(daysIn({ start: '2026-03-02', end: '2026-03-02' })).toBe(1);
    expect(daysIn({ start: '2026-01-01', end: '2026-12-31' })).toBe(365);
    expect(daysIn({ start: '2028-01-01', end: '2028-12-31' })).toBe(366);
  });

  test('the previous range is as long, and ends the day before', () => {
    const dates = { start: '2026-03-02', end: '2026-03-08' };
    expect(previousRange(dates)).toEqual({ start: '2026-02-23', end: '2026-03-01' });
    expect(previousRange({ start: '2026-03-01', end: '2026-03-01' })).toEqual({
      start: '2026-02-28',
      end: '2026-02-28',
    });
  });
});

describe('bucketOf and nextBucket', () => {
  test.each([
    ['2026-03-02', 'day', '2026-03-02', '2026-03-03'],
    ['2026-03-02', 'week', '2026-03-02', '2026-03-09'], // a Monday
    ['2026-03-08', 'week', '2026-03-02', '2026-03-09'], // a Sunday
    ['2026-01-01', 'week', '2025-12-29', '2026-01-05'], // a Thursday
    ['2026-01-31', 'month', '2026-01-01', '2026-02-01'],
    ['2026-12-31', 'month', '2026-12-01', '2027-01-01'],
    ['2028-02-29', 'month', '2028-02-01', '2028-03-01'],
    ['2026-03-31', 'quarter', '2026-01-01', '2026-04-01'],
    ['2026-05-31', 'quarter', '2026-04-01', '2026-07-01'],
    ['2026-12-31', 'quarter', '2026-10-01', '2027-01-01'],
    ['2028-02-29', 'year', '2028-01-01', '2029-01-01'],
  ] as const)('%s by %s is in %s, before %s', (date, interval, start, next) => {
    expect(bucketOf(date, interval)).toBe(start);
    expect(nextBucket(start, interval)).toBe(next);
  });
});

describe('bucketsOf', () => {
  test('one after the other, the first from before the range where it must', () => {
    expect(bucketsOf({ start: '2026-03-04', end: '2026-03-09' }, 'week')).toEqual([
      { start: '2026-03-02', end: '2026-03-09' },
      { start: '2026-03-09', end: '2026-03-16' },
    ]);
    expect(bucketsOf({ start: '2026-03-02', end: '2026-03-02' }, 'day')).toEqual([
      { start: '2026-03-02', end: '2026-03-03' },
    ]);
  });

  test('the total is the range itself', () => {
    expect(bucketsOf({ start: '2026-03-04', end: '2026-03-09' }, 'total')).toEqual([
      { start: '2026-03-04', end: '2026-03-10' },
    ]);
  });

  test('ten years have no gap, whatever the interval', () => {
    for (const interval of ['day', 'week', 'month', 'quarter', 'year'] as const) {
      const buckets = bucketsOf({ start: '2017-02-28', end: '2027-02-27' }, interval);
      for (const [index, bucket] of buckets.slice(1).entries())
        expect(bucket.start).toBe(buckets[index]!.end);
      expect(buckets[0]!.start <= '2017-02-28' && buckets.at(-1)!.end > '2027-02-27').toBe(true);
    }
  });
});

test('the default interval is the finest with about 60 points at most', () => {
  for (let days = 1; days <= 3661; days++) {
    const range = { start: '2016-01-01', end: addDays('2016-01-01', days - 1) };
    expect(bucketsOf(range, defaultInterval(range)).length).toBeLessThanOrEqual(63);
  }
  const lasting = (days: number) =>
    defaultInterval({ start: '2026-01-01', end: addDays('2026-01-01', days - 1) });
  expect([1, 62, 63, 434, 435, 1860, 1861].map(lasting)).toEqual([
    'day',
    'day',
    'week',
    'week',
    'month',
    'month',
    'quarter',
  ]);
});

test('today depends on where one is', () => {
  const now = new Date('2026-03-01T23:30:00Z');
  const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Kiritimati'];
  expect(zones.map((zone) => dateIn(zone, now))).toEqual([
    '2026-03-01',
    '2026-03-02',
    '2026-03-01',
    '2026-03-02',
  ]);
});
