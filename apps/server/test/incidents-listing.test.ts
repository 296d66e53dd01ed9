import { beforeAll, describe, expect, test } from 'vitest';
import type { IncidentRow } from '@codemetrics/testing';
import { anIncident } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

interface Incident {
  incidentId: string;
  externalId: string;
}
const server = useServer();
const get = (path: string, token = server().admin) =>
  server().call('GET', `/api/incidents${path}`, { token });
const send = async (...incidents: IncidentRow[]): Promise<void> => {
  const answer = await server().call('POST', '/api/incidents', {
    token: server().admin,
    json: { incidents },
  });
  expect(answer.status, answer.text).toBe(200);
};
const namesOf = async (query: string): Promise<string[]> => {
  const answer = await get(`?workload=listed&${query}`);
  expect(answer.status, answer.text).toBe(200);
  return answer.body.incidents.map((one: Incident) => one.externalId);
};
const listed = (externalId: string, over: Partial<IncidentRow>): IncidentRow =>
  anIncident({ workload: 'listed', externalId, resolvedAt: null, ...over });
const forge = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const UUID = '01900000-0000-7000-8000-000000000000';

beforeAll(async () => {
  for (const id of ['listed', 'second', 'paged', 'hidden', 'empty']) await server().createWorkload(id);
  await send(
    listed('monday', { openedAt: '2026-03-02T00:00:00Z', resolvedAt: '2026-03-09T00:00:00Z' }),
    listed('tuesday', { openedAt: '2026-03-03T23:59:59.999Z', severity: 'low' }),
    listed('wednesday', { openedAt: '2026-03-04T00:00:00Z', severity: null }),
    anIncident({ workload: 'hidden', externalId: 'secret' }),
  );
});

describe('GET /api/incidents', () => {
  test('200: newest first by when they opened', async () => {
    expect(await namesOf('')).toEqual(['wednesday', 'tuesday', 'monday']);
  });

  test('200: an incident as it was sent, with its id and whether it is open', async () => {
    const url = 'https://pager.example/1';
    await send(
      anIncident({
        ...{ workload: 'second', externalId: 'whole', title: 'Shop down', url, causedByDeployment: 'd-1' },
        ...{ updatedAt: '2026-03-02T14:00:00Z' },
      }),
    );
    expect((await get('?workload=second')).body.incidents).toEqual([
      {
        ...{ incidentId: expect.any(String), externalId: 'whole', source: 'pager', workload: 'second' },
        ...{ status: 'resolved', severity: 'high', title: 'Shop down', causedByDeployment: 'd-1', url },
        ...{ openedAt: '2026-03-02T12:00:00.000Z', resolvedAt: '2026-03-02T13:00:00.000Z' },
        updatedAt: '2026-03-02T14:00:00.000Z',
      },
    ]);
  });

  test.each([
    ['status=open', ['wednesday', 'tuesday']],
    ['status=resolved', ['monday']],
    ['severity=low', ['tuesday']],
    ['severity=low&severity=high', ['tuesday', 'monday']],
    ['severity=low&status=resolved', []],
    ['start=2026-03-04', ['wednesday']],
    ['end=2026-03-03', ['tuesday', 'monday']],
    ['start=2026-03-03T23:59:59.999Z&end=2026-03-04T00:00:00Z', ['wednesday', 'tuesday']],
  ])('200: %s narrows it', async (query, expected) => {
    expect(await namesOf(query)).toEqual(expected);
  });

  test.each([
    ['start=2026-03-05&end=2026-03-04', 'end'],
    ['status=broken', 'status'],
    ['severity=', 'severity[0]'],
    ['limit=0', 'limit'],
    ['workload=Not-An-Id', 'workload'],
    ['repository=acme/web', 'repository'],
  ])('400: %s is refused, naming %s', async (query, path) => {
    const problem = expectProblem(await get(`?${query}`), 400, 'invalid-input');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('200: without a workload, all that the caller may see; 404 and 403 for one that is named', async () => {
    const { token } = await server().serviceToken({ workloads: ['listed'] });
    const seen = await get('', token);
    expect(seen.body.incidents).toHaveLength(3);
    expect(seen.text).not.toContain('secret');
    expect((await get('')).text).toContain('secret');
    expectProblem(await get('?workload=hidden', token), 403, 'workload-forbidden');
    expectProblem(await get('?workload=nowhere', token), 403, 'workload-forbidden');
    expectProblem(await get('?workload=nowhere'), 404, 'workload-not-found');
    expect((await get('?workload=empty')).body).toEqual({ incidents: [], nextCursor: null });
  });

  test('200: pages give each once and in order, ties too, while newer ones come', async () => {
    const opened = ['2026-03-02T10:00:00.123Z', '2026-03-02T10:00:00.124Z'];
    const paged = Array.from({ length: 7 }, (_, index) =>
      anIncident({ workload: 'paged', openedAt: opened[index % 2]! }),
    );
    await send(...paged);
    const idsOf = (body: { incidents: Incident[] }) => body.incidents.map((one) => one.incidentId);
    const whole = idsOf((await get('?workload=paged')).body as never);
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '' : `&cursor=${cursor}`;
      const { body } = await get(`?workload=paged&limit=3${query}`);
      seen.push(...idsOf(body as never));
      cursor = body.nextCursor as string | null;
      await send(anIncident({ workload: 'paged', openedAt: '2026-03-03T10:00:00Z', resolvedAt: null }));
    } while (cursor !== null);
    expect(seen).toEqual(whole);
    expect(whole).toHaveLength(7);
  });

  test.each([
    ['not-one', 'no cursor at all'],
    [forge(['deployments', '2026-03-02 10:00:00+00', UUID]), 'of another listing'],
    [forge(['incidents', '2026-03-02 10:00:00+00', 'x']), 'without an incident'],
  ])('400: the cursor %s is refused: it is %s', async (cursor) => {
    expectProblem(await get(`?cursor=${cursor}`), 400, 'invalid-cursor');
  });
});
