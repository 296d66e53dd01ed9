import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { byGroup, only, pointOf, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-03-02', end: '2026-03-04' };
type Conclusion = NonNullable<Parameters<typeof aPipelineRun>[0]>['conclusion'];
const run = (conclusion: Conclusion, finishedAt: string, over: Parameters<typeof aPipelineRun>[0] = {}) =>
  aPipelineRun({ conclusion, finishedAt, ...over });
const success = (workload: string, over = {}) =>
  kit.ask({ queries: ['pipeline-success'], workloads: [workload], dateRange: RANGE, ...over });
const everyAttempt = { queries: [{ query: 'pipeline-success', parameters: { attempts: 'all' } }] };

describe('pipeline-success', () => {
  test('is null, with a count of 0, where no run completed', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      aPipelineRun({ status: 'running', conclusion: null, finishedAt: null }),
    ]);
    const series = only(await success(workload));
    expect(values(series).map(([, value]) => value)).toEqual([null, null, null]);
    expect(series.points.map((point) => point.count)).toEqual([0, 0, 0]);
  });

  test('is success ÷ (success + failure + timed-out); all others stand outside', async () => {
    const workload = await kit.workload();
    await kit.send(workload, 'runs', [
      run('success', '2026-03-02T10:00:00Z'),
      run('success', '2026-03-02T10:00:00Z'), // a tie
      run('failure', '2026-03-02T11:00:00Z'),
      run('timed-out', '2026-03-02T12:00:00Z'),
      run('cancelled', '2026-03-02T13:00:00Z'),
      run('skipped', '2026-03-02T14:00:00Z'),
      run('neutral', '2026-03-02T15:00:00Z'),
      run('success', '2026-03-03T10:00:00Z'),
      run('cancelled', '2026-03-04T10:00:00Z'),
    ]);
    const series = only(await success(workload));
    // 2 March: 2 of 4. 3 March: 1 of 1. 4 March: none that counts. Over all 3 of 5, not the mean of 50 and 100.
    expect(values(series).map(([, value]) => value)).toEqual([50, 100, null]);
    expect(series.points.map((point) => point.count)).toEqual([4, 1, 0]);
    expect(series.summary).toMatchObject({ value: 60, count: 5 });
  });

  test('the last attempt of a run counts, in the bucket of its own finish; `attempts: all` counts each', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'run-1' };
    await kit.send(workload, 'runs', [
      run('failure', '2026-03-02T10:00:00Z', { ...again, attempt: 1 }),
      run('failure', '2026-03-02T11:00:00Z', { ...again, attempt: 2 }),
      run('success', '2026-03-03T10:00:00Z', { ...again, attempt: 3 }),
    ]);
    expect(values(only(await success(workload))).map(([, value]) => value)).toEqual([null, 100, null]);
    const all = only(await success(workload, everyAttempt));
    expect(values(all).map(([, value]) => value)).toEqual([0, 100, null]);
    expect(all.summary).toMatchObject({ value: expect.closeTo(100 / 3), count: 3 });
  });

  test('the attempts are told apart by source, whatever order they come in', async () => {
    const workload = await kit.workload();
    const same = { externalId: '77' };
    await kit.send(workload, 'runs', [run('success', '2026-03-02T12:00:00Z', { ...same, attempt: 2 })]);
    await kit.send(workload, 'runs', [run('failure', '2026-03-02T10:00:00Z', { ...same, attempt: 1 })]);
    await kit.send(workload, 'runs', [
      run('failure', '2026-03-02T10:00:00Z', { ...same, source: 'other-ci' }),
    ]);
    expect(only(await success(workload)).summary).toMatchObject({ value: 50, count: 2 });
  });

  test('while a later attempt is running, the one before it stands', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'run-2' };
    const second = run('success', '2026-03-02T11:00:00Z', { ...again, attempt: 2 });
    await kit.send(workload, 'runs', [
      run('failure', '2026-03-02T10:00:00Z', again),
      { ...second, status: 'running', conclusion: null, finishedAt: null },
    ]);
    expect(only(await success(workload)).summary).toMatchObject({ value: 0, count: 1 });
    await kit.send(workload, 'runs', [second]);
    expect(only(await success(workload)).summary).toMatchObject({ value: 100, count: 1 });
  });

  test('a run whose last attempt was cancelled stands outside', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'run-3' };
    await kit.send(workload, 'runs', [
      run('failure', '2026-03-02T10:00:00Z', again),
      run('cancelled', '2026-03-02T11:00:00Z', { ...again, attempt: 2 }),
    ]);
    expect(only(await success(workload)).summary.value).toBeNull();
    expect(only(await success(workload, everyAttempt)).summary).toMatchObject({ value: 0, count: 1 });
  });

  test('a last attempt after the range still takes the place of the one within', async () => {
    const workload = await kit.workload();
    const again = { externalId: 'run-4' };
    await kit.send(workload, 'runs', [
      run('failure', '2026-03-04T23:00:00Z', again),
      run('success', '2026-03-05T01:00:00Z', { ...again, attempt: 2 }),
    ]);
    expect(only(await success(workload)).summary.value).toBeNull();
  });

  test('counts the first and the last instant of a bucket, and a run that is sent twice once', async () => {
    const workload = await kit.workload();
    const first = run('success', '2026-03-03T00:00:00.000Z');
    await kit.send(workload, 'runs', [
      run('failure', '2026-03-02T23:59:59.999Z'),
      first,
      run('failure', '2026-03-03T23:59:59.999Z'),
    ]);
    expect(await kit.send(workload, 'runs', [first])).toMatchObject({ unchanged: 1 });
    const series = only(await success(workload, { explain: true }));
    expect(values(series).map(([, value]) => value)).toEqual([0, 50, null]);
    const ids = pointOf(series, '2026-03-03').explain!.rows;
    expect(ids).toHaveLength(2);
    // The explanation names runs that can be looked up.
    const { body } = await kit().call('GET', `/api/pipeline/runs/${ids[0]}`, { token: kit().admin });
    expect(JSON.stringify(body)).toContain('2026-03-03T');
  });

  test('groups by each of its dimensions and takes its filters', async () => {
    const workload = await kit.workload({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'web', repositories: [{ name: 'acme/shop-web' }] }],
    });
    const bot = { name: 'renovate', kind: 'bot' as const };
    await kit.send(workload, 'runs', [
      run('success', '2026-03-02T10:00:00Z', { job: 'build', actor: null }),
      run('failure', '2026-03-02T10:00:00Z', { job: 'test', branch: 'dev', repository: 'acme/shop-web' }),
      run('success', '2026-03-02T10:00:00Z', {
        job: 'test',
        branch: null,
        repository: 'acme/shop-web',
        actor: bot,
      }),
    ]);
    const by = async (group: string, filters = {}) =>
      byGroup((await success(workload, { groupBy: [group], filters })).results[0]!);
    expect(await by('repository')).toEqual({ 'acme/shop-api': 100, 'acme/shop-web': 50 });
    expect(await by('repositoryGroup')).toEqual({ web: 50, null: 100 });
    expect(await by('job')).toEqual({ build: 100, test: 50 });
    expect(await by('branch')).toEqual({ main: 100, dev: 0, null: 100 });
    expect(await by('actor')).toEqual({ jo: 0, renovate: 100, null: 100 });
    expect(await by('tag:department')).toEqual({ sales: expect.closeTo(200 / 3) });
    expect(await by('workload', { jobs: ['test'] })).toEqual({ [workload]: 50 });
    expect(await by('workload', { jobs: ['test', 'build'], branches: ['main', 'dev'] })).toEqual({
      [workload]: 50,
    });
    // Who isn't known is no bot.
    expect(await by('workload', { actors: 'human' })).toEqual({ [workload]: 50 });
    expect(await by('workload', { actors: 'bot' })).toEqual({ [workload]: 100 });
    expect(await by('workload', { actors: 'all' })).toEqual({ [workload]: expect.closeTo(200 / 3) });
  });

  test('shows a limited token its own workloads alone', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(mine, 'runs', [run('success', '2026-03-02T10:00:00Z', { externalId: 'shared' })]);
    // The same run id in another workload is no attempt of this one.
    await kit.send(other, 'runs', [
      run('failure', '2026-03-02T11:00:00Z', { externalId: 'shared', attempt: 2 }),
    ]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    const result = await kit.ask({ queries: ['pipeline-success'], dateRange: RANGE, groupBy: [] }, token);
    expect(only(result).summary).toMatchObject({ value: 100, count: 1 });
  });

  test('400: an unknown parameter, or a value that it does not take', async () => {
    for (const parameters of [{ attempts: 'first' }, { attempt: 'all' }]) {
      const queries = [{ query: 'pipeline-success', parameters }];
      const answer = await kit.query({ queries, dateRange: RANGE });
      expect(answer.status).toBe(400);
      expect(answer.body.detail).toContain('attempt');
    }
  });
});
