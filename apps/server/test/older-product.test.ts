import { beforeAll, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, path, { token: server().admin, ...(json === undefined ? {} : { json }) });

beforeAll(async () => {
  for (const id of ['one', 'two', 'three']) await server().createWorkload(id);
  const run = (workload: string, job: string, startedAt: string, stage?: string) =>
    aPipelineRun({ workload, job, startedAt, stage, queuedAt: startedAt, finishedAt: startedAt });
  await admin('POST', '/api/pipeline/runs', {
    runs: [
      run('one', 'test/unit', '2026-03-01T10:00:00Z'),
      run('one', 'build', '2026-03-02T10:00:00Z', 'compile'),
      run('two', 'test / api', '2026-03-03T10:00:00Z'),
      run('two', 'testing', '2026-03-04T10:00:00Z', 'test'),
      run('three', 'test/unit', '2026-03-05T10:00:00Z'),
    ],
  });
});

describe('the older product’s words', () => {
  test('a query by `queryName` and `args` answers as today’s does', async () => {
    const older = await admin('POST', '/api/query', {
      queryName: 'pipelineRuns',
      args: { workloads: ['one', 'two'], startDate: '2026-03-01', endDate: '2026-03-31', interval: 'month' },
    });
    const today = await admin('POST', '/api/query', {
      queries: ['pipeline-runs'],
      workloads: ['one', 'two'],
      dateRange: { start: '2026-03-01', end: '2026-03-31' },
      interval: 'month',
    });
    expect(older.status, older.text).toBe(200);
    expect({ ...older.body, asOf: '' }).toEqual({ ...today.body, asOf: '' });
    expect(older.headers.get('etag')).toBe(today.headers.get('etag'));
  });

  test('400: a typo in it never passes silently', async () => {
    for (const body of [
      { queryName: 'pipelineRuns', args: { startDate: '2026-03-01', workload: 'one' } },
      { queryName: 'pipelineRuns', args: {} },
      { queryName: 'pipelineRuns', arguments: { startDate: '2026-03-01' } },
    ])
      expectProblem(await admin('POST', '/api/query', body), 400, 'invalid-input');
    expectProblem(
      await admin('POST', '/api/query', { queryName: 'noSuchThing', args: { startDate: '2026-03-01' } }),
      400,
      'unknown-metric',
    );
  });

  test('runs by several workloads, from a date on, by groups of jobs', async () => {
    const jobs = async (search: string) => {
      const answer = await admin('GET', `/api/pipeline/runs?${search}`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.runs.map((run: { job: string }) => run.job);
    };
    expect(await jobs('workloads=one,two')).toEqual(['testing', 'test / api', 'build', 'test/unit']);
    expect(await jobs('workloads=one&workloads=three')).toEqual(['test/unit', 'build', 'test/unit']);
    expect(await jobs('workloads=one,two&startDate=2026-03-02&endDate=2026-03-03')).toEqual([
      'test / api',
      'build',
    ]);
    expect(await jobs('workloads=one,two&jobGroups=test')).toEqual(['testing', 'test / api', 'test/unit']);
    expect(await jobs('workload=one&jobGroups=compile,nothing')).toEqual(['build']);
    expectProblem(await admin('GET', '/api/pipeline/runs?workloads=one,nowhere'), 404, 'workload-not-found');
    expectProblem(await admin('GET', '/api/pipeline/runs?startDate=yesterday'), 400, 'invalid-input');
  });
});
