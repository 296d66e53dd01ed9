import { expect, test } from 'vitest';
import type { Series } from '@codemetrics/contracts';
import { topSeries } from './top-series.ts';

const series = (repository: string | null, ...values: (number | null)[]): Series => ({
  group: { repository },
  points: values.map((value, day) => ({ date: `2026-03-0${day + 1}`, value })),
  summary: { value: null, previous: null, change: null, band: null },
});
const drawn = (given: readonly Series[], most: number) =>
  topSeries(given, 'repository', 'lines', most).map(({ name, points }) => [
    name,
    ...points.map(({ value }) => value),
  ]);

test('the largest come first, whatever their sign, and none that is nothing', () => {
  const given = [series('a', 1, 2), series('b', -9, 1), series('c', 0, null), series(null, 5, 0)];
  expect(drawn(given, 8)).toEqual([
    ['b', -9, 1],
    ['not known', 5, 0],
    ['a', 1, 2],
  ]);
});

test('values that have an order keep it, and are told in words', () => {
  const given = ['high', 'low', 'medium'].map((distance, index) => ({
    ...series(null, 1 + index),
    group: { distance },
  }));
  expect(topSeries(given, 'distance', 'count', 8).map(({ name }) => name)).toEqual([
    'Up to 1 hour',
    'Up to 3 hours',
    'Further, or on a free day',
  ]);
});

test('the rest is added up, so that nothing is lost', () => {
  const given = [series('a', 10, 10), series('b', 5, 5), series('c', 1, null), series('d', 2, 1)];
  expect(drawn(given, 3)).toEqual([
    ['a', 10, 10],
    ['b', 5, 5],
    ['All others', 3, 1],
  ]);
  expect(drawn(given, 4)).toHaveLength(4);
});
