import { beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '@codemetrics/contracts';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

let clock = Date.parse('2026-03-01T23:59:59.999Z');
const server = useServer({ now: () => new Date(clock) });
const list = (search = '', token = server().admin) => server().call('GET', `/api/audit${search}`, { token });
const targets = async (search: string): Promise<(string | null)[]> =>
  ((await list(search)).body.entries as AuditEntry[]).map((entry) => entry.target);

beforeAll(async () => {
  await server().createWorkload('day-one');
  clock += 1;
  await server().createWorkload('day-two');
  await server().call('DELETE', '/api/workloads/day-two', { token: server().admin });
  clock += 3_600_000;
  await server().call('POST', '/api/session', { json: { username: 'nobody', password: 'x' } });
});

describe('GET /api/audit', () => {
  test('200: filters by action, actor, target and outcome, alone and together', async () => {
    expect(await targets('?action=workloads.create')).toEqual(['day-two', 'day-one']);
    expect(await targets('?target=day-two')).toEqual(['day-two', 'day-two']);
    expect(await targets('?action=workloads.create&target=day-two')).toEqual(['day-two']);
    expect(await targets('?actor=nobody')).toHaveLength(1);
    expect(await targets('?outcome=denied')).toHaveLength(1);
    expect(await targets('?outcome=denied&actor=admin')).toEqual([]);
    expect(await targets('?action=no.such')).toEqual([]);
  });

  test('200: a date holds its whole day in UTC, a time is included', async () => {
    const made = '&action=workloads.create';
    expect(await targets(`?end=2026-03-01${made}`)).toEqual(['day-one']);
    expect(await targets(`?start=2026-03-02${made}`)).toEqual(['day-two']);
    expect(await targets(`?start=2026-03-01&end=2026-03-02${made}`)).toEqual(['day-two', 'day-one']);
    expect(await targets(`?start=2026-03-02T00:00:00Z&end=2026-03-02T00:00:00Z${made}`)).toEqual(['day-two']);
    expect(await targets(`?start=2026-03-02T01:00:00%2B01:00${made}`)).toEqual(['day-two']);
    expect(await targets(`?start=2026-03-03${made}`)).toEqual([]);
  });

  test('200: pages go through all, newest first, once each, while entries are added', async () => {
    const first = (await list('?limit=500')).body.entries as AuditEntry[];
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await list(`?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...(body.entries as AuditEntry[]).map((entry) => entry.sequence));
      cursor = body.nextCursor as string | null;
      await server().createWorkload(`meanwhile-${seen.length}`);
    }
    expect(seen).toEqual(first.map((entry) => entry.sequence));
  });

  test('400: a forged cursor, an unknown outcome, a day that does not exist, a field that is none', async () => {
    const forge = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const cursor of ['x', forge(['audit', 'one']), forge(['audit', 1.5]), forge(['users', 1])])
      expectProblem(await list(`?cursor=${cursor}`), 400, 'invalid-cursor');
    for (const search of ['?outcome=maybe', '?start=2026-02-30', '?limit=501', '?since=2026-03-01'])
      expectProblem(await list(search), 400, 'invalid-input');
  });

  test('403: only administrators read it, by a session or by a token that may; 401: no stranger', async () => {
    for (const role of ['editor', 'viewer'] as const) {
      const { token } = await server().signIn({ username: `a-${role}`, role });
      expect(expectProblem(await list('', token), 403, 'scope-missing').detail).toContain('audit:read');
      expectProblem(await list('', (await server().serviceToken({}, token)).token), 403, 'scope-missing');
    }
    const reading = await server().serviceToken({ scopes: ['data:read'] });
    expectProblem(await list('', reading.token), 403, 'scope-missing');
    const auditing = await server().serviceToken({ scopes: ['audit:read'] });
    expect((await list('', auditing.token)).status).toBe(200);
    expectProblem(await server().call('GET', '/api/audit'), 401, 'credential-missing');
  });

  test('405: nobody writes to it or removes from it', async () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expectProblem(
        await server().call(method, '/api/audit', { token: server().admin }),
        405,
        'method-not-allowed',
      );
  });
});
