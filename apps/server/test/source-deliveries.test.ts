import { beforeAll, describe, expect, test } from 'vitest';
import { query as askDatabase } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import { deliver, example } from './github-kit.ts';
import { useServer } from './harness.ts';

const SECRET = 'a-long-webhook-secret';
const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, path, { token: server().admin, ...(json === undefined ? {} : { json }) });
const send = (event: string, content: unknown, id: string) =>
  deliver(server(), { secret: SECRET, event, body: JSON.stringify(content), id });
const list = async (search = '', source = 'github') =>
  admin('GET', `/api/sources/${source}/deliveries?${search}`);
const idsOf = async (search = '') =>
  ((await list(search)).body.deliveries as { deliveryId: string }[]).map(({ deliveryId }) => deliveryId);
const counts = async () => (await admin('GET', '/api/sources')).body.sources[0].deliveries;

const RUN = example('workflow_run') as Record<string, Record<string, unknown>>;
const OCTO = { repositoryGroups: [{ name: 'all', repositories: [{ name: 'octo-org/*' }] }] };
const runOf = (id: number) => ({
  ...RUN,
  repository: { ...RUN['repository'], full_name: 'octo-org/octo-repo' },
  workflow_run: { ...RUN['workflow_run'], id },
});
const BROKEN = { ...runOf(9), repository: { full_name: 5 } };

beforeAll(async () => {
  await admin('PUT', '/api/sources/github', { secret: SECRET });
});

describe('GET /api/sources/{source}/deliveries', () => {
  test('200: empty at first, and of a source that was never set up', async () => {
    expect((await list()).body).toEqual({ deliveries: [], nextCursor: null });
    expect((await list('', 'jira')).body).toEqual({ deliveries: [], nextCursor: null });
  });

  test('200: newest first, each once over the pages, also where they came at one instant', async () => {
    for (const id of ['a', 'b', 'c']) await send('workflow_run', runOf(id.charCodeAt(0)), id);
    await send('ping', { zen: 'Keep it' }, 'd');
    await askDatabase(
      server().databaseUrl,
      `update webhook_deliveries set received_at = '2026-03-01T12:00:00Z'`,
    );
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await list(`limit=3${cursor}`);
      seen.push(...(body.deliveries as { deliveryId: string }[]).map((one) => one.deliveryId));
      cursor = body.nextCursor === null ? '' : `&cursor=${body.nextCursor as string}`;
    } while (cursor !== '');
    expect(seen).toEqual(['d', 'c', 'b', 'a']);
  });

  test('200: by outcome, by event, by time', async () => {
    expect(await idsOf('outcome=ignored')).toEqual(['d']);
    expect(await idsOf('event=workflow_run&limit=2')).toEqual(['c', 'b']);
    expect(await idsOf('start=2026-03-01&end=2026-03-01')).toHaveLength(4);
    expect(await idsOf('start=2026-03-02')).toEqual([]);
    expect(await idsOf('end=2026-02-28')).toEqual([]);
  });

  test('400: a foreign cursor, a source that is none; 403: without the scope', async () => {
    expectProblem(await list('cursor=x'), 400, 'invalid-cursor');
    expectProblem(await list('', 'nowhere'), 400, 'invalid-input');
    expectProblem(await list('outcome=duplicate'), 400, 'invalid-input');
    const { token } = await server().signIn({ username: 'looking', role: 'editor' });
    for (const path of ['', '/a'])
      expectProblem(
        await server().call('GET', `/api/sources/github/deliveries${path}`, { token }),
        403,
        'scope-missing',
      );
  });
});

describe('GET /api/sources/{source}/deliveries/{deliveryId}', () => {
  test('200: as it came, and never with the signature', async () => {
    const { body } = await admin('GET', '/api/sources/github/deliveries/d');
    expect(body).toEqual({
      ...{ deliveryId: 'd', event: 'ping', received: '2026-03-01T12:00:00.000Z', outcome: 'ignored' },
      ...{ failure: null, bodyBytes: 17, body: '{"zen":"Keep it"}', truncated: false },
      headers: { 'x-github-event': 'ping', 'x-github-delivery': 'd' },
    });
  });

  test('200: of a large body the beginning, never half a character', async () => {
    await send('ping', { zen: '🦊'.repeat(300_000) }, 'large/one');
    const { body } = await admin('GET', `/api/sources/github/deliveries/${encodeURIComponent('large/one')}`);
    expect(body).toMatchObject({ truncated: true, bodyBytes: 1_200_010 });
    expect([...(body.body as string)]).toHaveLength(262_144);
    expect((body.body as string).isWellFormed()).toBe(true);
  });

  test('404: one that is none, and one of another source', async () => {
    expectProblem(await admin('GET', '/api/sources/github/deliveries/none'), 404, 'not-found');
    expectProblem(await admin('GET', '/api/sources/gitlab/deliveries/d'), 404, 'not-found');
  });
});

describe('a delivery that can’t be mapped', () => {
  test('is refused, and kept with the reason', async () => {
    const answer = await send('workflow_run', BROKEN, 'broken');
    expectProblem(answer, 400, 'malformed-body');
    const [delivery] = (await list('outcome=failed')).body.deliveries;
    expect(delivery).toMatchObject({ deliveryId: 'broken', failure: answer.body.detail });
    expect(await counts()).toMatchObject({ failed: 1 });
  });

  test('sent again it is read anew, and counted once', async () => {
    expectProblem(await send('workflow_run', BROKEN, 'broken'), 400, 'malformed-body');
    expect(await counts()).toMatchObject({ failed: 1 });
    expect((await send('workflow_run', runOf(9), 'broken')).body).toMatchObject({ outcome: 'unmatched' });
    expect(await counts()).toMatchObject({ failed: 0, unmatched: 4 });
    expect((await send('workflow_run', runOf(9), 'broken')).body).toMatchObject({ outcome: 'duplicate' });
  });
});

describe('POST /api/sources/{source}/deliveries/{deliveryId}/replay', () => {
  const replay = (id: string) => admin('POST', `/api/sources/github/deliveries/${id}/replay`, {});

  test('200: stores what a workload lists by now, counts it there, and stands in the audit log', async () => {
    await server().createWorkload('octo', OCTO);
    expect((await replay('a')).body).toEqual({
      ...{ outcome: 'stored', failure: null, created: 1, updated: 0, unchanged: 0 },
    });
    expect((await replay('a')).body).toMatchObject({ created: 0, unchanged: 1 });
    expect(await counts()).toMatchObject({ stored: 1, unmatched: 3 });
    const { entries } = (await admin('GET', '/api/audit?action=sources.replayDelivery')).body;
    expect(entries[0]).toMatchObject({ action: 'sources.replayDelivery', target: 'github/a' });
  });

  test('200: tells why one still can’t be mapped', async () => {
    await askDatabase(
      server().databaseUrl,
      `update webhook_deliveries set body = '{"repository":{"full_name":5}}' where delivery_id = 'b'`,
    );
    const { body } = await replay('b');
    expect(body).toMatchObject({ outcome: 'failed', failure: expect.stringContaining('repository') });
    expect(await idsOf('outcome=failed')).toEqual(['b']);
  });

  test('404: one that is none', async () => {
    expectProblem(await replay('none'), 404, 'not-found');
  });
});
