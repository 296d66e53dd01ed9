import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
/** A run of so many seconds that begins at 10:00 of a day in March. */
const run = (day: number, seconds: number, over: Parameters<typeof aPipelineRun>[0] = {}) => {
  const startedAt = new Date(Date.UTC(2026, 2, day, 10));
  const finishedAt = new Date(startedAt.getTime() + seconds * 1000);
  return aPipelineRun({ startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString(), ...over });
};
const durations = (workload: string, over = {}) =>
  kit.ask({
    queries: ['pipeline-durations'],
    workloads: [workload],
    dateRange: RANGE,
    explain: true,
    ...over,
  });

describe('pipeline-durations', () => {
  test('is null, with a count of 0, where no run completed', async () => {
    const series = only(await durations(await kit.workload()));
    expect(values(series).map(([, value]) => value)).toEqual([null, null, null]);
    expect(series.points[0]).toMatchObject({ count: 0, excluded: 0, p75: null, p90: null, p95: null });
  });

  test('is the interpolated median with p75, p90 and p95; the summary is taken over all rows', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      ...[300, 100, 200, 1000].map((seconds) => run(2, seconds)),
      ...[100, 100, 400].map((seconds) => run(3, seconds)), // a tie
    ]);
    const series = only(await durations(workload));
    // 100, 200, 300, 1000: place of q is q × 3. Median 250; p75 at 2.25: 300 + 0.25 × 700 = 475; p90 at 2.7: 790;
    // p95 at 2.85: 895.
    const point = pointOf(series, '2026-03-02');
    expect(point).toMatchObject({ value: 250, count: 4 });
    expect([point.p75, point.p90, point.p95]).toEqual([475, 790, 895].map((one) => expect.closeTo(one)));
    // 100, 100, 400: place of q is q × 2. Median 100; p75 at 1.5: 250; p90 at 1.8: 340; p95 at 1.9: 370.
    const tied = pointOf(series, '2026-03-03');
    expect(tied).toMatchObject({ value: 100, count: 3 });
    expect([tied.p75, tied.p90, tied.p95]).toEqual([250, 340, 370].map((one) => expect.closeTo(one)));
    // 100, 100, 100, 200, 300, 400, 1000: the fourth of seven.
    expect(series.summary).toMatchObject({ value: 200, count: 7 });
  });

  test('leaves out, and counts, a run without a start and one that finished before it started', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run(2, 60),
      run(2, 0), // 0 s is a duration
      run(2, -1),
      run(2, 100, { startedAt: null }),
      run(2, 200, { startedAt: null }),
      run(3, -60),
    ]);
    const series = only(await durations(workload));
    expect(pointOf(series, '2026-03-02')).toMatchObject({
      value: 30,
      count: 2,
      excluded: 3,
      explain: { excluded: { 'no-start': 2, 'negative-duration': 1 } },
    });
    expect(pointOf(series, '2026-03-02').explain?.rows).toHaveLength(2);
    expect(pointOf(series, '2026-03-03')).toMatchObject({ value: null, count: 0, excluded: 1 });
    expect(series.summary).toMatchObject({ value: 30, count: 2 });
  });

  test('the bucket is that of the finish: its first and its last instant, to the millisecond', async () => {
    const workload = await kit.workload();
    const startedAt = '2026-03-02T23:00:00.000Z';
    await kit.send(workload, 'runs', [
      run(2, 0, { startedAt, finishedAt: '2026-03-02T23:59:59.999Z' }),
      run(2, 0, { startedAt, finishedAt: '2026-03-03T00:00:00.000Z' }),
      run(2, 0, { startedAt, finishedAt: '2026-03-03T23:59:59.999Z' }),
    ]);
    // (3 600 + 89 999.999) ÷ 2
    expect(values(only(await durations(workload))).map(([, value]) => value)).toEqual([
      3599.999,
      expect.closeTo(46_799.9995, 6),
      null,
    ]);
  });

  test('the last completed attempt of a run counts; `attempts: all` counts each', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'run-1' };
    const first = run(2, 100, again);
    await kit.send(workload, 'runs', [
      first,
      run(2, 300, { ...again, attempt: 2 }),
      run(2, 0, { ...again, attempt: 3, status: 'running', conclusion: null, finishedAt: null }),
    ]);
    expect(await kit.send(workload, 'runs', [first])).toMatchObject({ unchanged: 1 });
    expect(only(await durations(workload)).summary).toMatchObject({ value: 300, count: 1 });
    const all = { queries: [{ query: 'pipeline-durations', parameters: { attempts: 'all' } }] };
    expect(only(await durations(workload, all)).summary).toMatchObject({ value: 200, count: 2 });
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: 'acme/shop-web' }] }],
    });
    const bot = { name: 'renovate', kind: 'bot' as const };
    await kit.send(workload, 'runs', [
      run(2, 100, { job: 'build' }),
      run(2, 200, { job: 'build', branch: 'dev', repository: 'acme/shop-web', conclusion: 'cancelled' }),
      run(2, 600, { job: 'test', actor: bot, conclusion: 'failure' }),
    ]);
    const by = async (group: string, filters = {}) =>
      byGroup((await durations(workload, { groupBy: [group], filters })).results[0]!);
    expect(await by('workload')).toEqual({ [workload]: 200 });
    expect(await by('repository')).toEqual({ 'acme/shop-api': 350, 'acme/shop-web': 200 });
    expect(await by('repositoryGroup')).toEqual({ web: 200, null: 350 });
    expect(await by('job')).toEqual({ build: 150, test: 600 });
    expect(await by('branch')).toEqual({ main: 350, dev: 200 });
    expect(await by('actor')).toEqual({ jo: 150, renovate: 600 });
    expect(await by('conclusion')).toEqual({ success: 100, cancelled: 200, failure: 600 });
    expect(await by('tag:department')).toEqual({ sales: 200 });
    expect(await by('workload', { actors: 'human' })).toEqual({ [workload]: 150 });
    expect(await by('workload', { jobs: ['build'], branches: ['main'] })).toEqual({ [workload]: 100 });
  });

  test('shows a limited token its own workloads alone', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(mine, 'runs', [run(2, 100)]);
    await kit.send(other, 'runs', [run(2, 900)]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['pipeline-durations'], dateRange: RANGE, groupBy: [] }, token);
    expect(only(result).summary).toMatchObject({ value: 100, count: 1 });
  });
});
