import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-02' };
const ask = (over: QueryBody) => kit.ask({ queries: ['pipeline-flakiness'], dateRange: RANGE, ...over });
const A = 'a'.repeat(40);
const run = (conclusion: string, over: Parameters<typeof aPipelineRun>[0] = {}) =>
  aPipelineRun({
    commit: A,
    conclusion: conclusion as 'success',
    finishedAt: '2026-03-02T12:00:00Z',
    startedAt: null,
    ...over,
  });

describe('pipeline-flakiness', () => {
  test('is null, with a count of 0, where no job ran twice on a commit', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run('success'),
      run('failure', { repository: 'acme/other' }),
      run('failure', { commit: 'b'.repeat(40) }),
      // Runs without a commit are of no commit, however many there are.
      run('success', { commit: null }),
      run('failure', { commit: null }),
      // What is still running has judged nothing.
      run('success', { status: 'running', conclusion: null, finishedAt: null }),
    ]);
    expect(pointOf(only(await ask({ workloads: [workload] })), '2026-03-02')).toMatchObject({
      ...{ value: null, count: 0 },
    });
  });

  test('a commit counts once, however many jobs were flaky or steady on it, and is named by the explanation', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      ...[run('success', { job: 'flaky' }), run('failure', { job: 'flaky' })],
      ...[run('success', { job: 'flaky too' }), run('timed-out', { job: 'flaky too' })],
      ...[run('success', { job: 'steady' }), run('success', { job: 'steady' })],
      ...[run('failure', { job: 'steady', commit: 'b'.repeat(40) })],
      ...[run('failure', { job: 'steady', commit: 'b'.repeat(40) })],
    ]);
    const series = only(await ask({ workloads: [workload], explain: true }));
    expect(pointOf(series, '2026-03-02')).toMatchObject({
      ...{ value: 50, count: 2 },
      explain: { rows: [`acme/shop-api@${A}`, `acme/shop-api@${'b'.repeat(40)}`] },
    });
    const byJob = await ask({ workloads: [workload], groupBy: ['job'] });
    expect(byGroup(byJob.results[0]!)).toEqual({ flaky: 100, 'flaky too': 100, steady: 0 });
    const narrowed = await ask({ workloads: [workload], filters: { jobs: ['steady'] } });
    expect(only(narrowed).summary).toMatchObject({ value: 0, count: 2 });
  });

  test('runs of bots count, ties have no order, and other workloads are not looked into', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    const actor = { name: 'renovate[bot]', kind: 'bot' as const };
    await kit.send(mine, 'runs', [run('success', { actor }), run('success', { actor })]);
    await kit.send(other, 'runs', [run('failure')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['pipeline-flakiness'], dateRange: RANGE, groupBy: [] }, token);
    expect(only(result).summary).toMatchObject({ value: 0, count: 1 });
  });
});
