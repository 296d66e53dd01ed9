import { beforeAll, describe, expect, test } from 'vitest';
import type { RunRow } from '@codemetrics/testing';
import { aDeployment, aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

interface Run {
  runId: string;
  externalId: string;
}
const server = useServer();
const get = (path: string, token = server().admin) =>
  server().call('GET', `/api/pipeline/runs${path}`, { token });
const send = async (...runs: RunRow[]): Promise<void> => {
  const answer = await server().call('POST', '/api/pipeline/runs', { token: server().admin, json: { runs } });
  expect(answer.status, answer.text).toBe(200);
};
const idsOf = async (query: string): Promise<string[]> => {
  const answer = await get(`?workload=listed&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.runs.map((run: Run) => run.externalId);
};
const at = (startedAt: string): Partial<RunRow> => ({ startedAt, queuedAt: null, finishedAt: startedAt });
const listed = (externalId: string, over: Partial<RunRow>): RunRow =>
  aPipelineRun({ workload: 'listed', externalId, ...over });
const forge = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const UUID = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  for (const id of ['listed', 'paged', 'hidden', 'my-team']) await server().createWorkload(id);
  await send(
    listed('monday', {
      ...at('2026-03-02T00:00:00Z'),
      ...{ repository: 'acme/web', branch: 'dev', conclusion: 'failure' },
    }),
    listed('tuesday', { ...at('2026-03-03T23:59:59.999Z'), job: 'deploy', event: 'schedule' }),
    listed('bot', {
      ...at('2026-03-04T00:00:00Z'),
      ...{ actor: { name: 'renovate', kind: 'bot' }, conclusion: 'timed-out' },
    }),
    listed('running', {
      startedAt: '2026-03-05T08:00:00Z',
      status: 'running',
      conclusion: null,
      finishedAt: null,
    }),
    listed('queued', {
      ...{ queuedAt: '2026-03-06T08:00:00Z', startedAt: null, finishedAt: null },
      ...{ status: 'queued', conclusion: null },
    }),
    aPipelineRun({ workload: 'hidden', externalId: 'secret' }),
  );
});

describe('GET /api/pipeline/runs', () => {
  test('200: newest first by start, and a run that has not started by when it was queued', async () => {
    expect(await idsOf('')).toEqual(['queued', 'running', 'bot', 'tuesday', 'monday']);
  });

  test.each([
    ['repository=acme/web', ['monday']],
    ['job=deploy', ['tuesday']],
    ['branch=dev', ['monday']],
    ['event=schedule', ['tuesday']],
    ['actor=renovate', ['bot']],
    ['status=running', ['running']],
    ['status=running&status=queued', ['queued', 'running']],
    ['status=completed&job=build&branch=main', ['bot']],
    ['conclusion=failure', ['monday']],
    ['conclusion=failure&conclusion=timed-out', ['bot', 'monday']],
    ['conclusion=success&conclusion=failure', ['tuesday', 'monday']],
    ['conclusion=failure&conclusion=failure', ['monday']],
    ['conclusion=timed-out&actor=renovate', ['bot']],
    ['conclusion=neutral', []],
    ['conclusion=failure&status=running', []],
    ['order=oldest', ['monday', 'tuesday', 'bot', 'running', 'queued']],
    ['order=oldest&conclusion=failure&conclusion=timed-out', ['monday', 'bot']],
    ['order=oldest&status=running&status=queued', ['running', 'queued']],
    ['start=2026-03-04', ['queued', 'running', 'bot']],
    ['end=2026-03-03', ['tuesday', 'monday']],
    ['start=2026-03-03&end=2026-03-03', ['tuesday']],
    ['start=2026-03-03T23:59:59.999Z&end=2026-03-04T00:00:00Z', ['bot', 'tuesday']],
    ['start=2026-03-04T01:00:00%2B01:00&end=2026-03-04T01:00:00%2B01:00', ['bot']],
    ['job=nothing', []],
  ])('200: %s narrows it', async (query, expected) => {
    expect(await idsOf(query)).toEqual(expected);
  });

  test.each([
    ['start=2026-03-05&end=2026-03-04', 'end'],
    ['start=2026-02-29', 'start'],
    ['start=yesterday', 'start'],
    ['end=2026-03-04T25:00:00Z', 'end'],
    ['end=2026-03-04T10:00:00', 'end'],
    ['status=done', 'status[0]'],
    ['status=queued&status=queued&status=queued&status=queued', 'status'],
    ['conclusion=broken', 'conclusion[0]'],
    ['conclusion=', 'conclusion[0]'],
    ['order=slowest', 'order'],
    ['limit=0', 'limit'],
    ['limit=501', 'limit'],
    ['limit=5&limit=6', 'limit'],
    ['job=a&job=b', 'job'],
    ['branch=%00', 'branch'],
    ['workload=Not-An-Id', 'workload'],
    ['colour=red', 'colour'],
  ])('400: %s is refused, naming %s', async (query, path) => {
    const problem = expectProblem(await get(`?${query}`), 400, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('200: without a workload, all that the caller may see; 404 and 403 for one that is named', async () => {
    const { token } = await server().serviceToken({ workloads: ['listed'] });
    const seen = await get('', token);
    expect(seen.body.runs).toHaveLength(5);
    expect(seen.text).not.toContain('secret');
    expect((await get('')).text).toContain('secret');
    expectProblem(await get('?workload=hidden', token), 403, 'workload-forbidden');
    expectProblem(await get('?workload=nowhere', token), 403, 'workload-forbidden');
    expectProblem(await get('?workload=nowhere'), 404, 'workload-not-found');
  });

  test('200: pages give each run once and in order, ties too, while newer and older ones are added', async () => {
    const same = { workload: 'paged', ...at('2026-03-02T10:00:00.123Z') };
    await send(...Array.from({ length: 7 }, () => aPipelineRun(same)));
    const whole = (await get('?workload=paged')).body.runs.map((run: Run) => run.runId) as string[];
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await get(`?workload=paged&limit=3${query}`);
      seen.push(...body.runs.map((run: Run) => run.runId));
      cursor = body.nextCursor as string | null;
      await send(aPipelineRun({ workload: 'paged', ...at('2026-03-03T10:00:00Z') }));
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(7);
  });

  test.each(['order=oldest', 'conclusion=failure&conclusion=cancelled', 'conclusion=failure&order=oldest'])(
    '200: pages of %s give each run once and in order, ties too',
    async (query) => {
      const workload = `paged-${query.replaceAll(/[^a-z]+/g, '-')}`;
      await server().createWorkload(workload);
      await send(
        ...Array.from({ length: 8 }, (_, index) =>
          aPipelineRun({
            workload,
            conclusion: index % 2 === 0 ? 'failure' : 'cancelled',
            ...at(`2026-03-02T10:00:0${Math.floor(index / 4)}Z`),
          }),
        ),
      );
      const path = `?workload=${workload}&${query}`;
      const whole = (await get(path)).body.runs.map((run: Run) => run.runId) as string[];
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body }: { body: { runs: Run[]; nextCursor: string | null } } = await get(
          `${path}&limit=3${cursor === null ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...body.runs.map((run) => run.runId));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(seen).toEqual(whole);
      expect(whole).toHaveLength(query.includes('cancelled') || query === 'order=oldest' ? 8 : 4);
    },
  );

  test('200: nextCursor is null where a page ends with the last run', async () => {
    expect((await get('?workload=listed&limit=5')).body.nextCursor).toBeNull();
    expect((await get('?workload=listed&limit=4')).body.nextCursor).toMatch(/^[\w-]+$/);
  });

  test.each([
    ['not-one', 'no cursor at all'],
    [forge(['users', 'admin']), 'of another listing'],
    [forge(['runs']), 'without a place'],
    [forge(['runs', '2026-03-02 10:00:00+00', 'x']), 'without a run'],
    [forge(['runs', '2026-99-99 99:99:99+00', UUID]), 'of a time that does not exist'],
    [forge(['runs', '2026-02-30 10:00:00+00', UUID]), 'of a day that does not exist'],
    [forge(['runs', '0000-01-01 00:00:00+00', UUID]), 'of no year'],
    [forge(['runs', ['2026-03-02 10:00:00+00'], UUID]), 'of a list'],
    [`${forge(['runs', '2026-03-02 10:00:00+00', UUID])}=`, 'written otherwise'],
  ])('400: the cursor %s is refused: it is %s', async (cursor) => {
    expectProblem(await get(`?cursor=${cursor}`), 400, 'invalid-cursor');
  });
});

describe('GET /api/pipeline/runs/{runId}', () => {
  const runIdOf = async (query: string): Promise<string> => (await get(query)).body.runs[0].runId as string;

  test('200: gives the run with its other attempts and the deployments that followed', async () => {
    const commit = 'abcdef0123456789';
    const run = aPipelineRun({ externalId: 'followed', job: 'followed', commit, attempt: 2 });
    await send(
      run,
      { ...run, attempt: 1, conclusion: 'failure' },
      { ...run, attempt: 3, source: 'other-ci' },
    );
    const deployments = [
      aDeployment({ externalId: 'after', commit }),
      aDeployment({ externalId: 'before', commit, finishedAt: '2026-03-02T09:00:00Z' }),
      aDeployment({ externalId: 'another commit' }),
      aDeployment({ externalId: 'another repository', commit, repository: 'acme/web' }),
    ];
    await server().call('POST', '/api/deployments', { token: server().admin, json: { deployments } });
    const runs = (await get('?job=followed')).body.runs as (Run & { attempt: number })[];
    const answer = await get(`/${runs.find((one) => one.attempt === 2)!.runId}`);
    expect(answer.body).toMatchObject({ externalId: 'followed', attempt: 2, conclusion: 'success' });
    expect(answer.body.attempts).toHaveLength(1);
    expect(answer.body.attempts[0]).toMatchObject({ attempt: 1, conclusion: 'failure' });
    expect(answer.body.deployments).toEqual([
      {
        ...deployments[0],
        deploymentId: expect.any(String),
        production: true,
        startedAt: '2026-03-02T11:00:00.000Z',
        finishedAt: '2026-03-02T11:05:00.000Z',
        url: null,
      },
    ]);
  });

  test('404: an unknown run; 400: what is no id', async () => {
    expectProblem(await get(`/${UUID}`), 404, 'not-found');
    expectProblem(await get('/4711'), 400, 'invalid-input');
  });

  test('404: a run of a workload that the caller may not see is one that they may not know of', async () => {
    const runId = await runIdOf('?workload=hidden');
    const { token } = await server().serviceToken({ workloads: ['listed'] });
    const hidden = expectProblem(await get(`/${runId}`, token), 404, 'not-found');
    const unknown = expectProblem(await get(`/${UUID}`, token), 404, 'not-found');
    expect(hidden.detail.replace(runId, 'ID')).toBe(unknown.detail.replace(UUID, 'ID'));
    expect((await get(`/${runId}`)).status).toBe(200);
  });
});
