import { beforeAll, describe, expect, test } from 'vitest';
import type { DeploymentRow } from '@codemetrics/testing';
import { aDeployment } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

interface Deployment {
  deploymentId: string;
  externalId: string;
}
const server = useServer();
const get = (path: string, token = server().admin) =>
  server().call('GET', `/api/deployments${path}`, { token });
const send = async (...deployments: DeploymentRow[]): Promise<void> => {
  const answer = await server().call('POST', '/api/deployments', {
    token: server().admin,
    json: { deployments },
  });
  expect(answer.status, answer.text).toBe(200);
};
const namesOf = async (query: string): Promise<string[]> => {
  const answer = await get(`?workload=listed&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.deployments.map((one: Deployment) => one.externalId);
};
const listed = (externalId: string, over: Partial<DeploymentRow>): DeploymentRow =>
  aDeployment({ workload: 'listed', externalId, startedAt: null, ...over });
const forge = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const UUID = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  for (const id of ['listed', 'second', 'paged', 'hidden', 'empty']) await server().createWorkload(id);
  await send(
    listed('monday', { finishedAt: '2026-03-02T00:00:00Z', repository: 'acme/web' }),
    listed('tuesday', { finishedAt: '2026-03-03T23:59:59.999Z', environment: 'staging' }),
    listed('failed', { finishedAt: '2026-03-04T00:00:00Z', status: 'failure', environment: 'eu-prod' }),
    listed('running', { startedAt: '2026-03-05T08:00:00Z', finishedAt: null, status: 'running' }),
    listed('queued', { finishedAt: null, status: 'queued' }),
    aDeployment({ workload: 'second', externalId: 'of another', finishedAt: '2026-03-03T12:00:00Z' }),
    aDeployment({ workload: 'hidden', externalId: 'secret' }),
  );
});

describe('GET /api/deployments', () => {
  test('200: newest first by finish, one that still runs by its start, one of no known time last', async () => {
    expect(await namesOf('')).toEqual(['running', 'failed', 'tuesday', 'monday', 'queued']);
  });

  test('200: a deployment as it was sent, with its id', async () => {
    const commit = 'abcdef0123456789';
    const url = 'https://ci.example/7';
    await send(aDeployment({ workload: 'second', externalId: 'whole', commit, url }));
    const { body } = await get('?workload=second&end=2026-03-02');
    expect(body.deployments).toEqual([
      {
        ...{ deploymentId: expect.any(String), externalId: 'whole', source: 'test-ci', workload: 'second' },
        ...{ repository: 'acme/shop-api', environment: 'production', production: true, commit, url },
        ...{ status: 'success', startedAt: '2026-03-02T11:00:00.000Z' },
        finishedAt: '2026-03-02T11:05:00.000Z',
      },
    ]);
  });

  test.each([
    ['repository=acme/web', ['monday']],
    ['environment=staging', ['tuesday']],
    ['environment=Staging', []],
    ['production=true', ['running', 'failed', 'monday', 'queued']],
    ['production=false', ['tuesday']],
    ['status=failure', ['failed']],
    ['status=running&status=queued', ['running', 'queued']],
    ['start=2026-03-04', ['running', 'failed']],
    ['end=2026-03-03', ['tuesday', 'monday']],
    ['start=2026-03-03&end=2026-03-03', ['tuesday']],
    ['start=2026-03-03T23:59:59.999Z&end=2026-03-04T00:00:00Z', ['failed', 'tuesday']],
    ['status=success&production=true&start=2026-01-01', ['monday']],
  ])('200: %s narrows it', async (query, expected) => {
    expect(await namesOf(query)).toEqual(expected);
  });

  test('200: several workloads are one listing; one without deployments is empty', async () => {
    const { body } = await get('?workloads=listed&workloads=second&start=2026-03-03&end=2026-03-03');
    expect(body.deployments.map((one: Deployment) => one.externalId)).toEqual(['tuesday', 'of another']);
    expect((await get('?workload=empty')).body).toEqual({ deployments: [], nextCursor: null });
  });

  test.each([
    ['start=2026-03-05&end=2026-03-04', 'end'],
    ['start=2026-02-29', 'start'],
    ['status=done', 'status[0]'],
    ['production=maybe', 'production'],
    ['limit=501', 'limit'],
    ['environment=%00', 'environment'],
    ['workload=Not-An-Id', 'workload'],
    ['colour=red', 'colour'],
  ])('400: %s is refused, naming %s', async (query, path) => {
    const problem = expectProblem(await get(`?${query}`), 400, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('200: without a workload, all that the caller may see; 404 and 403 for one that is named', async () => {
    const { token } = await server().serviceToken({ workloads: ['listed'] });
    const seen = await get('', token);
    expect(seen.body.deployments).toHaveLength(5);
    expect(seen.text).not.toContain('secret');
    expect((await get('')).text).toContain('secret');
    expectProblem(await get('?workload=hidden', token), 403, 'workload-forbidden');
    expectProblem(await get('?workload=nowhere', token), 403, 'workload-forbidden');
    expectProblem(await get('?workloads=listed&workloads=nowhere'), 404, 'workload-not-found');
  });

  test('200: pages give each once and in order, ties and those of no time too, while newer ones come', async () => {
    const times = [null, null, '2026-03-02T10:00:00.123Z', '2026-03-02T10:00:00.124Z'];
    const paged = Array.from({ length: 8 }, (_, index): DeploymentRow => {
      const startedAt = times[index % 4]!;
      return aDeployment({ workload: 'paged', status: 'running', startedAt, finishedAt: null });
    });
    await send(...paged);
    const idsOf = (body: { deployments: Deployment[] }) => body.deployments.map((one) => one.deploymentId);
    const whole = idsOf((await get('?workload=paged')).body as never);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await get(`?workload=paged&limit=3${query}`);
      seen.push(...idsOf(body as never));
      cursor = body.nextCursor as string | null;
      await send(aDeployment({ workload: 'paged', finishedAt: '2026-03-03T10:00:00Z' }));
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(8);
  });

  test.each([
    ['not-one', 'no cursor at all'],
    [forge(['runs', '2026-03-02 10:00:00+00', UUID]), 'of another listing'],
    [forge(['deployments', '2026-03-02 10:00:00+00', 'x']), 'without a deployment'],
    [forge(['deployments', '2026-02-30 10:00:00+00', UUID]), 'of a day that does not exist'],
  ])('400: the cursor %s is refused: it is %s', async (cursor) => {
    expectProblem(await get(`?cursor=${cursor}`), 400, 'invalid-cursor');
  });
});
