import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
const run = (finishedAt: string | null, over: Parameters<typeof aPipelineRun>[0] = {}) =>
  aPipelineRun({ finishedAt, ...over });
const runs = (workload: string, over = {}) =>
  kit.ask({ queries: ['pipeline-runs'], workloads: [workload], dateRange: RANGE, ...over });

describe('pipeline-runs', () => {
  test('is 0 where no run completed', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run(null, { status: 'running', conclusion: null }),
      run(null, { status: 'queued', conclusion: null }),
      run(null), // completed, but nobody knows when: it has no bucket
    ]);
    const series = only(await runs(workload));
    expect(values(series)).toEqual([
      ['2026-03-02', 0],
      ['2026-03-03', 0],
      ['2026-03-04', 0],
    ]);
    expect(series.summary.value).toBe(0);
  });

  test('counts whatever the conclusion, in the bucket of the finish, first and last instant included', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run('2026-03-01T23:59:59.999Z'),
      run('2026-03-02T00:00:00.000Z', { startedAt: '2026-03-01T23:00:00Z' }),
      run('2026-03-02T23:59:59.999Z', { conclusion: 'failure' }),
      run('2026-03-04T10:00:00Z', { conclusion: 'cancelled' }),
      run('2026-03-04T10:00:00Z', { conclusion: 'skipped' }), // a tie
      run('2026-03-05T00:00:00.000Z'),
    ]);
    const series = only(await runs(workload));
    expect(values(series).map(([, value]) => value)).toEqual([2, 0, 2]);
    expect(series.summary.value).toBe(4);
    const apart = await runs(workload, { groupBy: ['conclusion'] });
    expect(byGroup(apart.results[0]!)).toEqual({ success: 1, failure: 1, cancelled: 1, skipped: 1 });
  });

  test('counts a run of several attempts once, at its last completed one, unless all are asked for', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'run-1' };
    const first = run('2026-03-02T10:00:00Z', { ...again, conclusion: 'failure' });
    await kit.send(workload, 'runs', [
      first,
      run('2026-03-03T10:00:00Z', { ...again, attempt: 2 }),
      run(null, { ...again, attempt: 3, status: 'running', conclusion: null }),
    ]);
    expect(await kit.send(workload, 'runs', [first])).toMatchObject({ unchanged: 1 });
    expect(values(only(await runs(workload))).map(([, value]) => value)).toEqual([0, 1, 0]);
    const all = { queries: [{ query: 'pipeline-runs', parameters: { attempts: 'all' } }] };
    expect(values(only(await runs(workload, all))).map(([, value]) => value)).toEqual([1, 1, 0]);
  });

  test('explains with at most 50 ids', async () => {
    const workload = await kit.workload();
    await kit.send(
      workload,
      'runs',
      Array.from({ length: 60 }, () => run('2026-03-02T10:00:00Z')),
    );
    const point = pointOf(only(await runs(workload, { explain: true })), '2026-03-02');
    expect(point.value).toBe(60);
    expect(new Set(point.explain?.rows).size).toBe(50);
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: 'acme/shop-web' }] }],
    });
    const bot = { name: 'renovate', kind: 'bot' as const };
    await kit.send(workload, 'runs', [
      run('2026-03-02T10:00:00Z', { job: 'build' }),
      run('2026-03-02T10:00:00Z', { job: 'build', branch: 'dev', repository: 'acme/shop-web' }),
      run('2026-03-02T10:00:00Z', { job: 'test', branch: null, source: 'other-ci', actor: bot }),
    ]);
    const by = async (groupBy: string[], filters = {}) =>
      byGroup((await runs(workload, { groupBy, filters })).results[0]!);
    expect(await by(['repository'])).toEqual({ 'acme/shop-api': 2, 'acme/shop-web': 1 });
    expect(await by(['repositoryGroup'])).toEqual({ web: 1, null: 2 });
    expect(await by(['job'])).toEqual({ build: 2, test: 1 });
    expect(await by(['branch'])).toEqual({ main: 1, dev: 1, null: 1 });
    expect(await by(['actor'])).toEqual({ jo: 2, renovate: 1 });
    expect(await by(['tag:department'])).toEqual({ sales: 3 });
    expect(await by(['job', 'branch', 'actor'])).toEqual({
      'build main jo': 1,
      'build dev jo': 1,
      'test null renovate': 1,
    });
    expect(await by([], { sources: ['other-ci'] })).toEqual({ '': 1 });
    expect(await by([], { actors: 'human' })).toEqual({ '': 2 });
    expect(await by([], { repositoryGroups: ['web'], jobs: ['build'] })).toEqual({ '': 1 });
    expect(await by([], { branches: ['nowhere'] })).toEqual({ '': 0 });
  });

  test('shows a limited token its own workloads alone', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(mine, 'runs', [run('2026-03-02T10:00:00Z')]);
    await kit.send(other, 'runs', [run('2026-03-02T10:00:00Z'), run('2026-03-02T10:00:00Z')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['pipeline-runs'], dateRange: RANGE, groupBy: [] }, token);
    expect(only(result).summary.value).toBe(1);
  });
});
