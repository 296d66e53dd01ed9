import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { byGroup, only, useMetricKit, values } from './metric-kit.ts';

const kit = useMetricKit();
const RANGE = { start: '2026-07-01', end: '2026-07-02' };
const queries = ['pipeline-runs'];
const run = (finishedAt: string, over: Parameters<typeof aPipelineRun>[0] = {}) =>
  aPipelineRun({ finishedAt, startedAt: null, ...over });

describe('before there is any workload', () => {
  test('every metric answers with a series of its own when all is pooled, and with none by workload', async () => {
    const { body } = await kit().call('GET', '/api/query/metrics', { token: kit().admin });
    const ids = (body.metrics as { id: string }[]).map((metric) => metric.id);
    const byWorkload = await kit.ask({ queries: ids, dateRange: RANGE });
    expect(byWorkload.results.map((result) => result.query)).toEqual(ids);
    expect(byWorkload.results.flatMap((result) => result.series)).toEqual([]);
    const pooled = await kit.ask({
      queries: ids,
      dateRange: RANGE,
      groupBy: [],
      compareTo: 'previous-period',
      explain: true,
    });
    for (const { series, tables } of pooled.results) {
      if (tables) {
        expect([series, tables]).toEqual([[], []]);
        continue;
      }
      expect(series).toHaveLength(1);
      expect(series[0]!.points.map((point) => point.date)).toEqual(['2026-07-01', '2026-07-02']);
      expect([0, null]).toContain(series[0]!.summary.value);
    }
    const csv = await kit.query({ queries, dateRange: RANGE }, { headers: { accept: 'text/csv' } });
    expect([csv.status, csv.text]).toEqual([
      200,
      'query,unit,date,value,count,p75,p90,p95,excluded,partial\r\n',
    ]);
  });

  test('a caller whose only workload is gone sees nothing, rather than all', async () => {
    const [mine, other] = [await kit.workload(), await kit.workload()];
    await kit.send(other, 'runs', [run('2026-07-01T10:00:00Z')]);
    const { token } = await kit().serviceToken({ workloads: [mine] });
    await kit().call('DELETE', `/api/workloads/${mine}`, { token: kit().admin });
    expect(only(await kit.ask({ queries, dateRange: RANGE, groupBy: [] }, token)).summary.value).toBe(0);
    expect((await kit.ask({ queries, dateRange: RANGE }, token)).results[0]!.series).toEqual([]);
  });
});

describe('names of time zones', () => {
  // 1 July begins at 22:00Z of 30 June where the summer time is two hours ahead.
  test.each([
    ['CET', '2026-06-30T22:00:00.000Z'], // to PostgreSQL an abbreviation: one hour ahead, all year round
    ['MET', '2026-06-30T22:00:00.000Z'],
    ['EET', '2026-06-30T21:00:00.000Z'],
    ['WET', '2026-06-30T23:00:00.000Z'],
    ['EST', '2026-07-01T05:00:00.000Z'], // no summer time
    ['EST5EDT', '2026-07-01T04:00:00.000Z'],
    ['US/Pacific-New', '2026-07-01T07:00:00.000Z'], // unknown to PostgreSQL
    ['europe/berlin', '2026-06-30T22:00:00.000Z'],
    ['Asia/Calcutta', '2026-06-30T18:30:00.000Z'],
    ['Asia/Kolkata', '2026-06-30T18:30:00.000Z'],
    ['Etc/GMT+5', '2026-07-01T05:00:00.000Z'], // west, by POSIX
  ])('1 July begins in %s at %s', async (timezone, midnight) => {
    const workload = await kit.workload();
    const before = new Date(Date.parse(midnight) - 1).toISOString();
    await kit.send(workload, 'runs', [run(before), run(before), run(midnight)]);
    const body = { queries, workloads: [workload], dateRange: { start: '2026-06-30', end: '2026-07-01' } };
    const answer = await kit.ask({ ...body, timezone });
    expect(answer.timezone).toBe(timezone);
    expect(values(only(answer))).toEqual([
      ['2026-06-30', 2],
      ['2026-07-01', 1],
    ]);
    const alone = await kit.ask({ ...body, timezone, dateRange: { start: '2026-07-01', end: '2026-07-01' } });
    expect(only(alone).summary.value).toBe(1);
  });

  test('no zone whatever answers with a server error', { timeout: 60_000 }, async () => {
    const zones = [...Intl.supportedValuesOf('timeZone'), 'PST8PDT', 'Etc/Unknown', 'IST', 'Factory', 'LMT'];
    const wrong: string[] = [];
    for (const timezone of zones) {
      const { status } = await kit.query({ queries, dateRange: RANGE, timezone });
      if (status !== 200 && status !== 400) wrong.push(`${timezone} ${status}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('groupBy', () => {
  test('a group named twice is the same as named once', async () => {
    const workload = await kit.workload({ tags: { tier: '1' } });
    await kit.send(workload, 'runs', [
      run('2026-07-01T10:00:00Z'),
      run('2026-07-02T10:00:00Z', { repository: 'acme/shop-web' }),
    ]);
    await kit.report({ workload, takenAt: '2026-07-01T10:00:00Z' }, 1, 2);
    for (const groupBy of [
      ['workload', 'workload'],
      ['repository', 'workload', 'repository'],
      ['tag:tier', 'tag:tier'],
    ]) {
      const body = { queries: ['pipeline-runs', 'code-coverage'], workloads: [workload], dateRange: RANGE };
      const twice = await kit.ask({ ...body, groupBy });
      const once = await kit.ask({ ...body, groupBy: [...new Set(groupBy)] });
      expect(twice.results).toEqual(once.results);
    }
  });

  test('400: more than four', async () => {
    const groupBy = ['workload', 'repository', 'job', 'branch', 'actor'];
    const answer = await kit.query({ queries, dateRange: RANGE, groupBy });
    expect(expectProblem(answer, 400, 'invalid-input').errors?.[0]?.path).toBe('groupBy');
  });

  test('of a state: by group, a repository of two groups stands in each, and once in all', async () => {
    const workload = await kit.workload({
      repositoryGroups: [
        { name: 'all', repositories: [{ name: 'acme/*' }] },
        { name: 'web', repositories: [{ name: '*-web' }] },
      ],
    });
    const takenAt = '2026-07-01T10:00:00Z';
    await kit.report({ workload, takenAt, repository: 'acme/shop-api' }, 10, 10);
    await kit.report({ workload, takenAt, repository: 'acme/shop-web' }, 10, 30);
    const body = { queries: ['code-coverage'], workloads: [workload], dateRange: RANGE };
    const groups = await kit.ask({ ...body, groupBy: ['repositoryGroup'] });
    expect(byGroup(groups.results[0]!)).toEqual({ all: 50, web: expect.closeTo(100 / 3) });
    expect(
      only(await kit.ask({ ...body, groupBy: [] })).points.map(({ value, count }) => [value, count]),
    ).toEqual([
      [50, 40],
      [50, 40],
    ]);
  });
});

describe('parameters', () => {
  test.each([
    [{ attempts: 'first' }, 'queries[1].parameters.attempts'],
    [{ attempt: 'all' }, 'queries[1].parameters.attempt'],
  ])('400: %j, by its place in the call', async (parameters, path) => {
    const asked = ['pipeline-runs', { query: 'pipeline-success', parameters }];
    const problem = expectProblem(
      await kit.query({ queries: asked, dateRange: RANGE }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.map((error) => error.path)).toEqual([path]);
  });

  test('400: any for a metric that takes none', async () => {
    const asked = [{ query: 'code-coverage', parameters: { attempts: 'all' } }];
    const problem = expectProblem(
      await kit.query({ queries: asked, dateRange: RANGE }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.[0]?.path).toBe('queries[0].parameters.attempts');
  });
});
