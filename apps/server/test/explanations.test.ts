import { beforeAll, describe, expect, test } from 'vitest';
import type { SourceRow } from '@codemetrics/contracts';
import { aDeployment, aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useMetricKit } from './metric-kit.ts';

const kit = useMetricKit();
const METRIC = 'deployment-frequency';
let [mine, other]: string[] = [];
let limited: string;

const ask = (body: Record<string, unknown>, token = kit().admin) =>
  kit().call('POST', '/api/query/rows', { token, json: { query: METRIC, ...body } });
const rowsOf = async (body: Record<string, unknown>, token?: string): Promise<SourceRow[]> => {
  const answer = await ask(body, token);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.rows as SourceRow[];
};

beforeAll(async () => {
  mine = await kit.workload();
  other = await kit.workload();
  const shared = { externalId: 'shared', finishedAt: '2026-03-04T11:05:00Z' };
  await kit.send(mine, 'deployments', [
    aDeployment({ externalId: 'old', finishedAt: '2026-03-02T11:05:00Z', url: 'https://ci.example/9' }),
    aDeployment({ ...shared, repository: 'acme/api', commit: 'a'.repeat(40) }),
    aDeployment({ ...shared, repository: 'acme/web', commit: 'b'.repeat(40) }),
  ]);
  await kit.send(other!, 'deployments', [aDeployment({ ...shared, environment: 'canary-prod' })]);
  limited = (await kit().serviceToken({ workloads: [mine] })).token;
});

describe('POST /api/query/rows', () => {
  test('200: tells what the ids of an explanation are, newest first', async () => {
    const ids = ['test-ci/old', 'test-ci/shared'];
    const [first, second, ...rest] = await rowsOf({ ids, workloads: [mine] });
    expect(rest).toEqual([]);
    expect(first).toMatchObject({
      ...{ id: 'test-ci/shared', kind: 'deployment', workload: mine, repository: null },
      ...{ title: 'production: shared', at: '2026-03-04T11:05:00.000Z' },
    });
    expect(first!.details).toContainEqual({
      name: 'Repositories',
      value: 'acme/api, acme/web',
      unit: 'text',
    });
    expect(second).toMatchObject({
      ...{ id: 'test-ci/old', repository: 'acme/shop-api', url: 'https://ci.example/9' },
      details: [
        { name: 'Status', value: 'success', unit: 'text' },
        { name: 'Took', value: 300, unit: 'seconds' },
        { name: 'Commit' },
      ],
    });
  });

  test('200: as many rows as the point counts, for ids as the query names them', async () => {
    const { results } = await kit.ask({
      ...{ queries: [METRIC], workloads: [mine!], interval: 'total', explain: true },
      dateRange: { start: '2026-03-01', end: '2026-03-31' },
    });
    const point = results[0]!.series[0]!.points[0]!;
    expect(point.value).toBe(2);
    expect(await rowsOf({ ids: point.explain!.rows, workloads: [mine] })).toHaveLength(2);
  });

  test('200: an id that nothing has is left out; asked for twice, a row is told once', async () => {
    const ids = ['test-ci/old', 'test-ci/old', 'test-ci/none', 'nonsense'];
    expect((await rowsOf({ ids, workloads: [mine] })).map((row) => row.id)).toEqual(['test-ci/old']);
    expect(await rowsOf({ ids: ['nonsense'] })).toEqual([]);
  });

  test('200: without workloads, of each that the caller may see and of no other', async () => {
    const ids = ['test-ci/shared'];
    const workloads = async (token?: string) =>
      (await rowsOf({ ids }, token)).map((row) => row.workload).sort();
    expect(await workloads()).toEqual([mine, other]);
    expect(await workloads(limited)).toEqual([mine]);
  });

  test('200: the metric decides what an id means', async () => {
    await kit.send(mine!, 'runs', [aPipelineRun({ externalId: 'old' })]);
    expect(await rowsOf({ query: 'bugs-new', ids: ['test-ci/old'] })).toEqual([]);
  });

  test('403 and 404: workloads beyond the caller’s, and workloads that are not', async () => {
    const ids = ['test-ci/shared'];
    expectProblem(await ask({ ids, workloads: [other] }, limited), 403, 'workload-forbidden');
    expectProblem(await ask({ ids, workloads: ['nowhere'] }, limited), 403, 'workload-forbidden');
    expectProblem(await ask({ ids, workloads: ['nowhere'] }), 404, 'workload-not-found');
    const { token } = await kit().serviceToken({ scopes: ['data:write'] });
    expectProblem(await ask({ ids }, token), 403, 'scope-missing');
  });

  test('400: an unknown metric, no ids, more than 50, and text that could be no id', async () => {
    expectProblem(await ask({ query: 'no-such', ids: ['x'] }), 400, 'unknown-metric');
    for (const ids of [[], Array.from({ length: 51 }, (_, index) => `x/${index}`), ['a\u0000b'], [5], 'x'])
      expectProblem(await ask({ ids }), 400, 'invalid-input');
  });
});
