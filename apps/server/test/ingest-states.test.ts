import { beforeAll, describe, expect, test } from 'vitest';
import { aCommit, aDeployment, anIncident, aPipelineRun } from '@codemetrics/testing';
import { query } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
beforeAll(() => server().createWorkload('my-team'));

const send = (plural: string, rows: readonly unknown[]) =>
  server().call('POST', `/api/${plural}`, { token: server().admin, json: { [plural]: rows } });
const updated = { received: 1, created: 0, updated: 1, unchanged: 0 };
const unchanged = { received: 1, created: 0, updated: 0, unchanged: 1 };
const restored = async (): Promise<number> => {
  const answer = await server().call('POST', '/api/query', {
    token: server().admin,
    json: {
      queries: ['time-to-restore-service'],
      workloads: ['my-team'],
      dateRange: { start: '2026-03-02', end: '2026-03-02' },
      interval: 'total',
    },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.results[0].series[0].points[0].count as number;
};

describe('an incident', () => {
  test('that is opened again loses its resolution, until it is resolved again', async () => {
    const resolved = anIncident({ title: 'Down' });
    await send('incidents', [resolved]);
    expect(await restored()).toBe(1);
    const { externalId, source, workload, openedAt } = resolved;
    const reopened = { externalId, source, workload, openedAt };
    expect((await send('incidents', [reopened])).body).toEqual(updated);
    expect(await restored()).toBe(0);
    expect((await send('incidents', [{ ...reopened, resolvedAt: resolved.resolvedAt }])).body).toEqual(
      updated,
    );
    expect(await restored()).toBe(1);
    expect((await send('incidents', [resolved])).body).toEqual(unchanged);
  });
});

describe('a commit', () => {
  test('that names a file thousands of times is stored in time, with what was told last', async () => {
    const commit = aCommit();
    const files = [
      ...Array.from({ length: 4998 }, () => ({ path: 'a' })),
      { path: 'a', addedLines: 3, deletedLines: 1 },
      { path: 'a', addedLines: 4 },
    ];
    const rows = Array.from({ length: 10 }, () => ({ ...commit, files }));
    expect((await send('commits', rows)).body).toEqual({
      received: 10,
      created: 1,
      updated: 0,
      unchanged: 9,
    });
    const stored = await query(
      server().databaseUrl,
      `select path, added_lines, deleted_lines from commit_files where sha = '${commit.sha}'`,
    );
    expect(stored).toEqual([{ path: 'a', added_lines: 4, deleted_lines: 1 }]);
  }, 15_000);
});

describe('a deployment', () => {
  const runId = async (commit: string): Promise<string> => {
    await server().call('POST', '/api/pipeline/runs', {
      token: server().admin,
      json: { runs: [aPipelineRun({ commit, job: commit })] },
    });
    const list = await server().call('GET', `/api/pipeline/runs?job=${commit}`, { token: server().admin });
    return list.body.runs[0].runId as string;
  };
  const seenAt = async (run: string) =>
    (await server().call('GET', `/api/pipeline/runs/${run}`, { token: server().admin })).body.deployments;

  test('is shown beside the run of its commit, as it was sent, its commit in lower case', async () => {
    const commit = 'abcdef0123456789abcdef0123456789abcdef01';
    const row = aDeployment({ commit: commit.toUpperCase(), url: 'https://ci.example/7' });
    await send('deployments', [row]);
    expect(await seenAt(await runId(commit))).toEqual([
      {
        ...row,
        commit,
        deploymentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        production: true,
        startedAt: '2026-03-02T11:00:00.000Z',
        finishedAt: '2026-03-02T11:05:00.000Z',
      },
    ]);
  });

  test('is of production by the name of its environment, unless its sender says otherwise', async () => {
    const commit = 'abcdef0123456789abcdef0123456789abcdef02';
    const cases = [
      ['production', undefined, true],
      ['prod-eu', undefined, true],
      ['eu/live', undefined, true],
      ['staging', undefined, false],
      ['reproduction', undefined, false],
      ['staging', true, true],
      ['production', false, false],
    ] as const;
    await send(
      'deployments',
      cases.map(([environment, production], at) =>
        aDeployment({ commit, environment, production, externalId: `case-${at}` }),
      ),
    );
    const seen = (await seenAt(await runId(commit))) as { externalId: string; production: boolean }[];
    const found = new Map(seen.map((one) => [one.externalId, one.production]));
    expect(cases.map((_one, at) => found.get(`case-${at}`))).toEqual(cases.map(([, , expected]) => expected));
  });

  test('goes from running to its end, and a late message does not set it back', async () => {
    const commit = 'abcdef0123456789abcdef0123456789abcdef03';
    const ended = aDeployment({ commit, status: 'failure' });
    const running = { ...ended, status: 'running', finishedAt: null };
    await send('deployments', [running]);
    expect((await send('deployments', [ended])).body).toEqual(updated);
    expect((await send('deployments', [running])).body).toEqual(unchanged);
    expect((await seenAt(await runId(commit)))[0]).toMatchObject({
      status: 'failure',
      finishedAt: '2026-03-02T11:05:00.000Z',
    });
  });

  test('400: one that has ended needs its end', async () => {
    const answer = await send('deployments', [aDeployment({ finishedAt: null })]);
    expect(expectProblem(answer, 400, 'invalid-input').errors?.[0]?.path).toBe('deployments[0].finishedAt');
  });
});
