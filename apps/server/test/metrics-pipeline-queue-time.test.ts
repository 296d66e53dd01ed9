import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-02' };
const ask = (workload: string, over: QueryBody = {}) =>
  kit.ask({ queries: ['pipeline-queue-time'], workloads: [workload], dateRange: RANGE, ...over });
/** A run that waited so many seconds. */
const waited = (seconds: number, over: Parameters<typeof aPipelineRun>[0] = {}) =>
  aPipelineRun({
    queuedAt: '2026-03-01T10:00:00Z',
    startedAt: new Date(Date.parse('2026-03-01T10:00:00Z') + seconds * 1000).toISOString(),
    finishedAt: '2026-03-01T12:00:00Z',
    ...over,
  });

describe('pipeline-queue-time', () => {
  test('is null, with a count of 0 and none excluded, where no run completed', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      waited(5, { status: 'running', conclusion: null, finishedAt: null }),
      waited(5, { finishedAt: '2026-03-03T00:00:00.000Z' }),
    ]);
    const series = only(await ask(workload));
    const none = { value: null, count: 0, excluded: 0, p75: null, p90: null, p95: null };
    expect(series.points).toMatchObject([none, none]);
    expect(series.summary).toMatchObject({ value: null, count: 0 });
  });

  test('no wait is a wait of 0; percentiles are interpolated; whatever a run came to, it waited', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      waited(0, { conclusion: 'failure' }),
      waited(10, { conclusion: 'cancelled' }),
      waited(20, { conclusion: 'skipped' }),
      waited(30),
      waited(40, { actor: { name: 'renovate[bot]', kind: 'bot' } }),
    ]);
    // Five rows: the ranks of p75, p90 and p95 are 3, 3.6 and 3.8.
    expect(pointOf(only(await ask(workload)), '2026-03-01')).toMatchObject({
      ...{ value: 20, count: 5, excluded: 0 },
      ...{ p75: 30, p90: expect.closeTo(36) as number, p95: expect.closeTo(38) as number },
    });
    const human = only(await ask(workload, { filters: { actors: 'human' } }));
    expect(human.summary).toMatchObject({ value: 15, count: 4 });
  });

  test('the last attempt of a run counts; `attempts: all` counts each', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      waited(100, { externalId: 'again', attempt: 1 }),
      waited(20, { externalId: 'again', attempt: 2, finishedAt: '2026-03-02T12:00:00Z' }),
    ]);
    expect(values(only(await ask(workload)))).toEqual([
      ['2026-03-01', null],
      ['2026-03-02', 20],
    ]);
    const every = [{ query: 'pipeline-queue-time', parameters: { attempts: 'all' } }];
    expect(only(await ask(workload, { queries: every })).summary).toMatchObject({ value: 60, count: 2 });
  });

  test('the bucket is told in the query’s zone, and the explanation names runs that can be looked up', async () => {
    const workload = await kit.workload();
    // In Berlin, 29 March 2026 begins at 23:00 UTC and ends, an hour shorter, at 22:00 UTC.
    await kit.send(workload, 'runs', [
      waited(1, { finishedAt: '2026-03-28T22:59:59.999Z' }),
      waited(2, { finishedAt: '2026-03-28T23:00:00.000Z' }),
      waited(4, { finishedAt: '2026-03-29T21:59:59.999Z' }),
      waited(8, { finishedAt: '2026-03-29T22:00:00.000Z' }),
    ]);
    const dateRange = { start: '2026-03-28', end: '2026-03-30' };
    const series = only(await ask(workload, { dateRange, timezone: 'Europe/Berlin', explain: true }));
    expect(values(series).map(([, value]) => value)).toEqual([1, 3, 8]);
    const [id] = pointOf(series, '2026-03-28').explain!.rows;
    const { text } = await kit().call('GET', `/api/pipeline/runs/${id}`, { token: kit().admin });
    expect(text).toContain('2026-03-28T22:59:59.999Z');
  });

  test('groups by its own dimensions', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      waited(10, { runner: 'linux', stage: 'test' }),
      waited(30, { runner: 'windows', stage: 'test' }),
      waited(50, { runner: 'windows', stage: 'deploy' }),
    ]);
    const by = async (group: string) => byGroup((await ask(workload, { groupBy: [group] })).results[0]!);
    expect(await by('runner')).toEqual({ linux: 10, windows: 40 });
    expect(await by('stage')).toEqual({ test: 20, deploy: 50 });
  });
});
