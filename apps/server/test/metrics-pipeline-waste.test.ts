import { describe, expect, test } from 'vitest';
import { aJob, aPipelineRun } from '@codemetrics/testing';
import type { QueryBody } from './metric-kit.ts';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-01', end: '2026-03-03' };
const ask = (workload: string, query: string, over: QueryBody = {}) =>
  kit.ask({ queries: [query], workloads: [workload], dateRange: RANGE, ...over });
const series = async (workload: string, query: string, over: QueryBody = {}) =>
  only(await ask(workload, query, over));

describe('pipeline-queue-time', () => {
  test('start − queued, in the bucket of the finish; what has no queue is left out', async () => {
    const workload = await kit.workload();
    const run = (
      queuedAt: string | null,
      startedAt: string | null,
      finishedAt = '2026-03-02T00:00:00.000Z',
      over = {},
    ) => aPipelineRun({ queuedAt, startedAt, finishedAt, ...over });
    const rows = [
      run('2026-03-01T23:00:00Z', '2026-03-01T23:00:10Z'),
      run('2026-03-01T23:00:00Z', '2026-03-01T23:00:30Z', '2026-03-02T23:59:59.999Z'),
      run('2026-03-01T23:00:00Z', '2026-03-01T23:01:40Z', '2026-03-03T00:00:00.000Z'),
      run(null, '2026-03-01T23:00:00Z'),
      run('2026-03-01T23:00:00Z', '2026-03-01T22:59:59Z'),
    ];
    await kit.send(workload, 'runs', rows);
    await kit.send(workload, 'runs', rows);
    const answer = await series(workload, 'pipeline-queue-time', { explain: true });
    expect(values(answer)).toEqual([
      ['2026-03-01', null],
      ['2026-03-02', 20],
      ['2026-03-03', 100],
    ]);
    expect(pointOf(answer, '2026-03-02')).toMatchObject({
      ...{ count: 2, excluded: 2 },
      explain: { excluded: { 'no-queue-time': 1, 'negative-duration': 1 } },
    });
  });
});

describe('pipeline-flakiness', () => {
  const run = (
    commit: string,
    job: string,
    conclusion: string,
    finishedAt = '2026-03-02T12:00:00Z',
    over = {},
  ) =>
    aPipelineRun({
      commit: commit.repeat(40),
      job,
      conclusion: conclusion as 'success',
      finishedAt,
      startedAt: null,
      ...over,
    });

  test('commits whose job both failed and succeeded ÷ commits with two attempts of a job', async () => {
    const workload = await kit.workload();
    const rows = [
      // Flaky by another attempt of one run, and by a run of its own.
      run('a', 'build', 'failure', undefined, { externalId: 'x', attempt: 1 }),
      run('a', 'build', 'success', undefined, { externalId: 'x', attempt: 2 }),
      run('b', 'test', 'timed-out'),
      run('b', 'test', 'success'),
      // Steady: twice the same.
      run('c', 'build', 'failure'),
      run('c', 'build', 'failure'),
      run('d', 'build', 'success'),
      run('d', 'build', 'success'),
      // Two jobs of one commit are no two attempts; cancelled ones judge nothing.
      run('e', 'build', 'success'),
      run('e', 'test', 'failure'),
      run('f', 'build', 'cancelled'),
      run('f', 'build', 'success'),
    ];
    await kit.send(workload, 'runs', rows);
    await kit.send(workload, 'runs', rows);
    expect(pointOf(await series(workload, 'pipeline-flakiness'), '2026-03-02')).toMatchObject({
      ...{ value: 50, count: 4 },
    });
    const byJob = await ask(workload, 'pipeline-flakiness', { groupBy: ['job'] });
    expect(byGroup(byJob.results[0]!)).toEqual({ build: 100 / 3, test: 100 });
  });

  test('a commit stands in the bucket of its last attempt, with those of before the range', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run('a', 'build', 'failure', '2026-02-28T12:00:00Z'),
      run('a', 'build', 'success', '2026-03-01T00:00:00.000Z'),
      run('b', 'build', 'success', '2026-03-01T10:00:00Z'),
      run('b', 'build', 'failure', '2026-03-03T23:59:59.999Z'),
      run('b', 'build', 'success', '2026-03-04T00:00:00.000Z'),
      run('a', 'build', 'success', '2026-03-02T12:00:00Z', { repository: 'acme/other' }),
    ]);
    expect(values(await series(workload, 'pipeline-flakiness'))).toEqual([
      ['2026-03-01', 100],
      ['2026-03-02', null],
      // The last attempt of b lies behind the range.
      ['2026-03-03', null],
    ]);
    const wider = { dateRange: { start: '2026-03-03', end: '2026-03-04' } };
    expect(values(await series(workload, 'pipeline-flakiness', wider))).toEqual([
      ['2026-03-03', null],
      ['2026-03-04', 100],
    ]);
  });
});

describe('pipeline-cost', () => {
  const runnerRates = { 'ubuntu-latest': 0.5, windows: 2 };

  test('Σ minutes × rate; a run without its jobs counts itself; null without a rate', async () => {
    const workload = await kit.workload({ runnerRates });
    const jobs = [
      // Three minutes at 0.5, one at 2.
      aJob({ run: 'r-1' }),
      aJob({
        run: 'r-1',
        runner: 'windows',
        startedAt: '2026-03-02T10:00:00Z',
        finishedAt: '2026-03-02T10:01:00Z',
      }),
      aJob({ run: 'r-1', runner: 'macos' }),
      aJob({ run: 'r-1', runner: null }),
      aJob({ run: 'r-1', startedAt: null }),
      aJob({ run: 'r-1', status: 'running', conclusion: null, finishedAt: null }),
    ];
    await kit.send(workload, 'jobs', jobs);
    await kit.send(workload, 'jobs', jobs);
    await kit.send(workload, 'runs', [
      aPipelineRun({ externalId: 'r-1', runner: 'windows' }),
      // Four minutes at 0.5.
      aPipelineRun({ externalId: 'r-2', runner: 'ubuntu-latest' }),
    ]);
    const answer = await series(workload, 'pipeline-cost', { explain: true });
    expect(values(answer)).toEqual([
      ['2026-03-01', null],
      ['2026-03-02', 1.5 + 2 + 2],
      ['2026-03-03', null],
    ]);
    expect(pointOf(answer, '2026-03-02')).toMatchObject({
      ...{ count: 3, excluded: 3 },
      explain: { excluded: { 'no-rate': 2, 'no-duration': 1 } },
    });
    const byRunner = await ask(workload, 'pipeline-cost', { groupBy: ['runner'] });
    expect(byGroup(byRunner.results[0]!)).toMatchObject({ 'ubuntu-latest': 3.5, windows: 2, macos: null });
    const without = await kit.workload();
    await kit.send(without, 'jobs', [aJob()]);
    expect((await series(without, 'pipeline-cost')).summary.value).toBeNull();
  });

  test('every attempt costs, in the bucket of its finish; stages narrow it', async () => {
    const workload = await kit.workload({ runnerRates });
    const job = (finishedAt: string, over = {}) =>
      aJob({ finishedAt, startedAt: new Date(Date.parse(finishedAt) - 60_000).toISOString(), ...over });
    await kit.send(workload, 'jobs', [
      job('2026-03-02T00:00:00.000Z', { run: 'r', attempt: 1 }),
      job('2026-03-02T23:59:59.999Z', { run: 'r', attempt: 2, stage: 'deploy' }),
      job('2026-03-03T00:00:00.000Z'),
    ]);
    expect(values(await series(workload, 'pipeline-cost')).map(([, value]) => value)).toEqual([null, 1, 0.5]);
    const narrowed = await series(workload, 'pipeline-cost', { filters: { stages: ['deploy'] } });
    expect(narrowed.summary.value).toBe(0.5);
  });
});
