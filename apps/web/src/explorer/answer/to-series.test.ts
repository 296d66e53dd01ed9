import { expect, test } from 'vitest';
import type { Metric, Point, QueryResult } from '@codemetrics/contracts';
import { drawnOf, MOST_DRAWN, planCharts } from './chart-plan.ts';
import { toSeries } from './to-series.ts';

const metric = (id: string, title: string, unit: Metric['unit']): Metric => ({
  ...{ id, title, unit, description: '', definition: '', direction: 'up', kind: 'count', fill: 'zero' },
  ...{ dimensions: ['workload'], parameters: {}, bands: [], actors: null, headline: false, data: [] },
});
const CATALOGUE = [
  metric('runs', 'Runs', 'count'),
  metric('success', 'Success', 'percent'),
  metric('duration', 'Duration', 'seconds'),
];
const NAMES = new Map([['shop', 'The shop']]);
const summary = (value: number) => ({ value, previous: null, change: null, band: null });
const series = (group: Record<string, string | null>, points: Point[], value = 1) => ({
  ...{ group, points, summary: summary(value) },
});
const answer = (...results: { query: string; series: ReturnType<typeof series>[] }[]): QueryResult => ({
  ...{ dateRange: { start: '2026-03-02', end: '2026-03-15' }, interval: 'week', timezone: 'UTC' },
  results: results.map((one) => ({ ...one, title: '', unit: '' })),
  asOf: '2026-03-15T00:00:00.000Z',
});
const POINTS: Point[] = [
  { date: '2026-03-02', value: 5, count: 9, rolling: { '28': 4, '84': null } },
  { date: '2026-03-09', value: null, partial: true },
];
const of = (result: QueryResult, earlier?: QueryResult) => toSeries(result, earlier, CATALOGUE, NAMES);

test('a series is named by its group, and by its metric where there are several or all is pooled', () => {
  const one = { query: 'runs', series: [series({ workload: 'shop', branch: null }, []), series({}, [])] };
  expect(of(answer(one)).map(({ name }) => name)).toEqual(['The shop · no branch', 'Runs']);
  const two = { query: 'success', series: [series({ 'tag:tier': '1' }, [])] };
  expect(of(answer(one, two)).map(({ name }) => name)).toEqual([
    'Runs · The shop · no branch',
    'Runs',
    'Success · 1',
  ]);
});

test('two groups of one name stay two series', () => {
  const groups = [series({ workload: 'shop' }, []), series({ workload: 'The shop' }, [])];
  expect(of(answer({ query: 'runs', series: groups })).map(({ name }) => name)).toEqual([
    'The shop',
    'The shop (2)',
  ]);
});

test('points keep their count and whether they still run; averages are lines beside them', () => {
  const [first] = of(answer({ query: 'runs', series: [series({}, POINTS)] }));
  expect(first?.main.points).toEqual([
    { date: '2026-03-02', value: 5, count: 9 },
    { date: '2026-03-09', value: null, partial: true },
  ]);
  expect(first?.beside.map((one) => [one.name, one.average, one.points.map((point) => point.value)])).toEqual(
    [
      ['Runs, 28-day average', 0, [4, null]],
      ['Runs, 84-day average', 1, [null, null]],
    ],
  );
});

test('the days before are drawn at today’s places, each with its own date', () => {
  const before = [
    { date: '2026-02-16', value: 3, count: 2 },
    { date: '2026-02-23', value: 4 },
    { date: '2026-03-01', value: 9 },
  ];
  const now = answer({
    query: 'runs',
    series: [series({ workload: 'shop' }, POINTS), series({ workload: 'x' }, POINTS)],
  });
  const [shop, other] = of(now, answer({ query: 'runs', series: [series({ workload: 'shop' }, before)] }));
  expect(shop?.beside.at(-1)).toEqual({
    ...{ name: 'The shop, before', unit: 'count', look: 0, isEarlier: true },
    points: [
      { date: '2026-03-02', value: 3, of: '2026-02-16', count: 2 },
      { date: '2026-03-09', value: 4, of: '2026-02-23' },
    ],
  });
  expect(other?.beside.some((one) => one.isEarlier)).toBe(false);
});

test('a first bucket that the range cuts is told of a count, which half a bucket halves', () => {
  const now = {
    ...answer({ query: 'runs', series: [series({}, POINTS)] }),
    dateRange: { start: '2026-03-04', end: '2026-03-15' },
  };
  const state = CATALOGUE.map((one): Metric => ({ ...one, kind: 'gauge' }));
  expect(toSeries(now, undefined, CATALOGUE, NAMES)[0]?.main.points.map((point) => point.cut)).toEqual([
    true,
    undefined,
  ]);
  expect(toSeries(now, undefined, state, NAMES)[0]?.main.points.map((point) => point.cut)).toEqual([
    undefined,
    undefined,
  ]);
});

test('in a chart of one metric the group is name enough', () => {
  const one = { query: 'runs', series: [series({ workload: 'shop' }, POINTS)] };
  const other = { query: 'success', series: [series({ workload: 'shop' }, POINTS)] };
  const shorts = (...results: (typeof one)[]) =>
    planCharts(of(answer(...results)), true).flatMap((chart) =>
      chart.series.flatMap(({ short }) => short ?? []),
    );
  expect(shorts(one, other)).toEqual(['The shop', 'The shop']);
  expect(planCharts(of(answer(one, other)), false)[0]?.series.some((line) => line.short)).toBe(false);
});

test('two units share a chart; three have one each; a ranking has one a unit', () => {
  const each = ['runs', 'success', 'duration'].map((query) => ({ query, series: [series({}, POINTS)] }));
  const titles = (count: number, isRanking: boolean) =>
    planCharts(of(answer(...each.slice(0, count))), isRanking).map((chart) => chart.title);
  expect(titles(2, false)).toEqual(['Runs, Success']);
  expect(titles(3, false)).toEqual(['Runs', 'Success', 'Duration']);
  expect(titles(2, true)).toEqual(['Runs', 'Success']);
  expect(planCharts([], false)).toEqual([]);
});

test('of many series the largest are drawn, in their order', () => {
  const many = Array.from({ length: 80 }, (_, index) => series({ workload: `w${index}` }, POINTS, index));
  const drawn = drawnOf(of(answer({ query: 'runs', series: many })));
  expect(drawn).toHaveLength(MOST_DRAWN);
  expect([drawn[0]?.name, drawn.at(-1)?.name]).toEqual(['w30', 'w79']);
});
