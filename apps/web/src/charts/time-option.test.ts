import { expect, test } from 'vitest';
import { byDay, describeDay } from './events-option.ts';
import type { Palette } from './palette.ts';
import { lookOf } from './series-look.ts';
import { describePoint } from './series-option.ts';
import { timeOption } from './time-option.ts';
import type { TimeSeries } from './time-series.ts';

const PALETTE: Palette = {
  ...{ series: ['#111', '#222'], text: 't', dimmed: 'd', grid: 'g', surface: 's', better: 'b', worse: 'w' },
  scale: [],
};
const line = (over: Partial<TimeSeries> = {}): TimeSeries => ({
  ...{ name: 'a', unit: 'count', points: [{ date: '2026-03-02', value: 1 }] },
  ...over,
});
const optionOf = (series: readonly TimeSeries[], over: object = {}) =>
  timeOption({ series, shape: 'line', isStacked: false, annotations: [], palette: PALETTE, ...over }) as {
    series: Record<string, unknown>[];
    yAxis: { show?: boolean }[];
    legend?: unknown;
    aria: { enabled: boolean };
  };

test('lines are told apart by dash and symbol as well, once the colours begin again', () => {
  const looks = [0, 1, 2].map((index) => lookOf({}, index, PALETTE));
  expect(looks.map((look) => look.color)).toEqual(['#111', '#222', '#111']);
  expect(new Set(looks.map((look) => `${look.dash} ${look.symbol}`)).size).toBe(3);
});

test('an average and the period before look like what they belong to, but for dash and strength', () => {
  expect(lookOf({ look: 1, average: 0 }, 9, PALETTE)).toMatchObject({
    color: '#222',
    dash: 'dashed',
    symbol: null,
  });
  expect(lookOf({ look: 1, average: 1 }, 9, PALETTE)).toMatchObject({ color: '#222', dash: 'dotted' });
  const before = lookOf({ look: 1, isEarlier: true }, 9, PALETTE);
  expect(before).toMatchObject({ color: '#222', dash: 'dashed' });
  expect(before.opacity).toBeLessThan(1);
});

test('each of two units has an axis, and events have one of their own that is not shown', () => {
  const two = optionOf([line(), line({ name: 'b', unit: 'percent' })]);
  expect(two.series.map((one) => one['yAxisIndex'])).toEqual([0, 1]);
  expect(two.yAxis.map((axis) => axis.show)).toEqual([undefined, undefined, false]);
  const annotations = [{ date: '2026-03-03', label: 'x', kind: 'incident' }];
  expect(optionOf([line()], { annotations }).series.at(-1)).toMatchObject({
    name: 'Incidents',
    yAxisIndex: 1,
  });
});

test('bars and areas of several series have patterns, one alone has not', () => {
  expect(optionOf([line(), line({ name: 'b' })], { shape: 'bar' }).aria.enabled).toBe(true);
  expect(optionOf([line()], { shape: 'bar' }).aria.enabled).toBe(false);
});

test('the period before and averages are never stacked with the rest, nor drawn as bars', () => {
  const drawn = optionOf([line(), line({ name: 'b', isEarlier: true }), line({ name: 'c', average: 0 })], {
    ...{ shape: 'bar', isStacked: true },
  }).series.map((one) => [one['type'], one['stack']]);
  expect(drawn).toEqual([
    ['bar', 'count'],
    ['line', 'count before'],
    ['line', undefined],
  ]);
});

test('a figure tells how many rows are behind it and what else must be known', () => {
  expect(describePoint({ date: '2026-03-02', value: 5, count: 9, partial: true }, 5, 'count')).toBe(
    '5  (n = 9, still running)',
  );
  expect(describePoint({ date: '2026-03-02', value: 5, cut: true }, 5, 'count')).toBe(
    '5  (cut by the range)',
  );
  expect(describePoint(undefined, null, 'count')).toBe('—');
});

test('what happened on one day is one mark of each kind, with so many words as a screen takes', () => {
  const many = Array.from({ length: 10 }, (_, index) => ({
    ...{ date: '2026-03-03', label: `d${index}`, kind: 'deployment' as const },
  }));
  const days = byDay([...many, { date: '2026-03-02', label: 'down', kind: 'incident' }]);
  expect(days.map(({ kind, labels }) => [kind, labels.length])).toEqual([
    ['incident', 1],
    ['deployment', 10],
  ]);
  expect(describeDay(days[1]!).split('\n')).toHaveLength(10);
  expect(describeDay(days[1]!)).toMatch(/10 deployments[^]*and 2 more$/);
});
