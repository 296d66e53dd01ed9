import { describe, expect, test } from 'vitest';
import { aDeployment, anIncident, aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import type { QueryBody } from './metric-kit.ts';
import { only, useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const runAt = (finishedAt: string, conclusion: 'success' | 'failure' = 'success') =>
  aPipelineRun({ startedAt: finishedAt, queuedAt: finishedAt, finishedAt, conclusion });

/** Each point’s rolling averages, by the first day of its bucket. */
const rolling = async (workload: string, query: string, over: QueryBody) => {
  const series = only(await kit.ask({ queries: [query], workloads: [workload], ...over }));
  return Object.fromEntries(series.points.map((point) => [point.date, point.rolling]));
};

describe('rollingAverage', () => {
  test('of a count is its mean per bucket over the days up to the bucket’s end, from before the range too', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      runAt('2026-02-28T23:59:59.999Z'),
      runAt('2026-03-01T00:00:00.000Z'),
      runAt('2026-03-02T12:00:00Z'),
      runAt('2026-03-02T13:00:00Z'),
    ]);
    const dateRange = { start: '2026-03-01', end: '2026-03-03' };
    expect(await rolling(workload, 'pipeline-runs', { dateRange, rollingAverage: [1, 2, 4] })).toEqual({
      '2026-03-01': { 1: 1, 2: 1, 4: 0.5 },
      '2026-03-02': { 1: 2, 2: 1.5, 4: 1 },
      '2026-03-03': { 1: 0, 2: 1, 4: 1 },
    });
    // By week: a mean per week, on the scale of its points.
    expect(
      await rolling(workload, 'pipeline-runs', {
        dateRange: { start: '2026-03-02', end: '2026-03-08' },
        interval: 'week',
        rollingAverage: [14],
      }),
    ).toEqual({ '2026-03-02': { 14: 2 } });
  });

  test('of a ratio is pooled from its rows, not averaged from its points', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      runAt('2026-03-01T10:00:00Z', 'failure'),
      runAt('2026-03-02T10:00:00Z'),
      runAt('2026-03-02T11:00:00Z'),
      runAt('2026-03-02T12:00:00Z'),
    ]);
    // 3 of 4, where the mean of the points would be 50.
    expect(
      await rolling(workload, 'pipeline-success', {
        dateRange: { start: '2026-03-02', end: '2026-03-05' },
        rollingAverage: [2],
      }),
    ).toEqual({
      '2026-03-02': { 2: 75 },
      '2026-03-03': { 2: 100 },
      '2026-03-04': { 2: null },
      '2026-03-05': { 2: null },
    });
  });

  test('of a median is the median of the rows', async () => {
    const workload = await kit.workload();
    const lasting = (day: string, minutes: number) =>
      anIncident({
        openedAt: `${day}T00:00:00Z`,
        resolvedAt: `${day}T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00Z`,
      });
    await kit.send(workload, 'incidents', [
      lasting('2026-03-01', 10),
      lasting('2026-03-02', 20),
      lasting('2026-03-02', 90),
    ]);
    expect(
      await rolling(workload, 'time-to-restore-service', {
        dateRange: { start: '2026-03-02', end: '2026-03-02' },
        rollingAverage: [2],
      }),
    ).toEqual({ '2026-03-02': { 2: 20 * 60 } });
  });

  test('of a state is the mean of its days, carried forward', async () => {
    const workload = await kit.workload();
    await kit.report({ workload, takenAt: '2026-03-01T10:00:00Z', commit: 'aaaaaa1' }, 5, 10);
    await kit.report({ workload, takenAt: '2026-03-03T10:00:00Z', commit: 'aaaaaa2' }, 9, 10);
    // 50, 50, 90; before the first report there is nothing to average.
    expect(
      await rolling(workload, 'code-coverage', {
        dateRange: { start: '2026-03-01', end: '2026-03-03' },
        rollingAverage: [3],
      }),
    ).toMatchObject({
      '2026-03-01': { 3: 50 },
      '2026-03-02': { 3: 50 },
      '2026-03-03': { 3: (50 + 50 + 90) / 3 },
    });
  });

  test('days are those of the zone, also where the clock changes', async () => {
    const workload = await kit.workload();
    // 29 March 2026 has 23 hours in Berlin.
    await kit.send(workload, 'runs', [runAt('2026-03-28T22:59:59Z'), runAt('2026-03-28T23:00:00Z')]);
    expect(
      await rolling(workload, 'pipeline-runs', {
        dateRange: { start: '2026-03-29', end: '2026-03-29' },
        timezone: 'Europe/Berlin',
        rollingAverage: [1, 2],
      }),
    ).toEqual({ '2026-03-29': { 1: 1, 2: 1 } });
  });

  test('400: none, too many, or too long', async () => {
    const dateRange = { start: '2026-03-01', end: '2026-03-01' };
    for (const rollingAverage of [[], [0], [367], [1, 2, 3, 4, 5], [1.5]])
      expectProblem(
        await kit.query({ queries: ['pipeline-runs'], dateRange, rollingAverage }),
        400,
        'invalid-input',
      );
  });
});

describe('bands', () => {
  const summary = async (
    workload: string,
    query: string,
    dateRange = { start: '2026-03-02', end: '2026-03-29' },
  ) => only(await kit.ask({ queries: [query], workloads: [workload], dateRange })).summary;
  const deploymentsOn = (...days: string[]) =>
    days.map((day) => aDeployment({ finishedAt: `${day}T12:00:00Z`, startedAt: null }));

  test('deployments: by the median days with one over the weeks, else by their mean', async () => {
    const often = await kit.workload();
    await kit.send(
      often,
      'deployments',
      // Two on one day count as one day. Days a week: 3, 3, 3, 0.
      deploymentsOn(
        ...['2026-03-02', '2026-03-02', '2026-03-03', '2026-03-04'],
        ...['2026-03-09', '2026-03-10', '2026-03-15', '2026-03-16', '2026-03-17', '2026-03-22'],
      ),
    );
    expect(await summary(often, 'deployment-frequency')).toMatchObject({
      ...{ value: 10, perDay: 10 / 28, medianDaysPerWeek: 3 },
      band: { name: 'elite', year: 2024 },
    });
    const seldom = await kit.workload();
    await kit.send(seldom, 'deployments', deploymentsOn('2026-03-05'));
    expect(await summary(seldom, 'deployment-frequency')).toMatchObject({
      ...{ medianDaysPerWeek: 0, band: { name: 'medium', year: 2024 } },
    });
    expect(await summary(await kit.workload(), 'deployment-frequency')).toMatchObject({
      ...{ value: 0, perDay: 0, medianDaysPerWeek: 0, band: { name: 'low', year: 2024 } },
    });
  });

  test('a time or a rate by its value, its edge belonging to the worse level; without one there is none', async () => {
    const workload = await kit.workload();
    expect((await summary(workload, 'time-to-restore-service')).band).toBeNull();
    await kit.send(workload, 'incidents', [
      anIncident({ openedAt: '2026-03-03T00:00:00Z', resolvedAt: '2026-03-03T00:59:59Z' }),
    ]);
    expect((await summary(workload, 'time-to-restore-service')).band).toEqual({ name: 'elite', year: 2021 });
    await kit.send(workload, 'incidents', [
      anIncident({ openedAt: '2026-03-03T00:00:00Z', resolvedAt: '2026-03-03T01:00:01Z' }),
    ]);
    // The median is exactly an hour.
    expect((await summary(workload, 'time-to-restore-service')).band).toEqual({ name: 'high', year: 2021 });
    expect((await summary(workload, 'pipeline-success')).band).toBeNull();
  });
});
