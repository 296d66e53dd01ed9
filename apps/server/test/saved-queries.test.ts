import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const QUERY = {
  queries: ['pipeline-success', { query: 'pipeline-runs', parameters: { attempts: 'all' } }],
  dateRange: { start: '2026-01-01', end: '2026-03-31' },
  interval: 'week',
};
let jo: string;
let kim: string;

beforeAll(async () => {
  ({ token: jo } = await server().signIn({ username: 'jo', role: 'viewer' }));
  ({ token: kim } = await server().signIn({ username: 'kim', role: 'editor' }));
});

const save = (token: string, id: string, over: Record<string, unknown> = {}) =>
  server().call('PUT', `/api/queries/${id}`, { token, json: { name: id, query: QUERY, ...over } });
const get = (token: string, id: string) => server().call('GET', `/api/queries/${id}`, { token });
const remove = (token: string, id: string) => server().call('DELETE', `/api/queries/${id}`, { token });
const listed = async (token: string): Promise<string[]> =>
  (await server().call('GET', '/api/queries?limit=500', { token })).body.queries.map(
    (one: { id: string }) => one.id,
  );

describe('PUT and GET /api/queries/{id}', () => {
  test('200: what was saved is read again, and runs as it is', async () => {
    const saved = await save(jo, 'mine', { description: 'two\nlines' });
    expect(saved.status, saved.text).toBe(200);
    expect(saved.body).toMatchObject({
      ...{ id: 'mine', name: 'mine', description: 'two\nlines', shared: false, owner: 'jo' },
      query: { ...QUERY, timezone: 'UTC', groupBy: ['workload'] },
    });
    expect((await get(jo, 'mine')).body).toEqual(saved.body);
    const ran = await server().call('POST', '/api/query', { token: jo, json: saved.body.query });
    expect(ran.status, ran.text).toBe(200);
    expect(ran.body.results).toHaveLength(2);
  });

  test('200: its owner replaces it, and the time of its making stays', async () => {
    const first = (await save(jo, 'again')).body;
    const second = (await save(jo, 'again', { name: 'Second', shared: true })).body;
    expect(second).toMatchObject({ name: 'Second', shared: true, created: first.created });
    expect(second.updated >= first.updated).toBe(true);
  });

  test('404: one that is not shared is nobody else’s to know; shared, everyone reads it and none but its owner and an administrator changes it', async () => {
    await save(jo, 'private');
    expectProblem(await get(kim, 'private'), 404, 'not-found');
    expectProblem(await remove(kim, 'private'), 404, 'not-found');
    expectProblem(await save(kim, 'private'), 409, 'conflict');
    await save(jo, 'private', { shared: true });
    expect((await get(kim, 'private')).body.owner).toBe('jo');
    expectProblem(await remove(kim, 'private'), 403, 'not-owner');
    expectProblem(await save(kim, 'private'), 409, 'conflict');
    expect((await save(server().admin, 'private', { name: 'Renamed' })).body).toMatchObject({
      name: 'Renamed',
      owner: 'jo',
    });
    expect((await remove(server().admin, 'private')).status).toBe(204);
    expectProblem(await get(jo, 'private'), 404, 'not-found');
  });

  test('400: what could not be run is not saved', async () => {
    for (const [query, code] of [
      [{ ...QUERY, queries: ['no-such'] }, 'unknown-metric'],
      [{ ...QUERY, groupBy: ['severity'] }, 'unsupported-grouping'],
      [{ ...QUERY, interval: 'fortnight' }, 'invalid-input'],
      [{ queries: ['pipeline-runs'] }, 'invalid-input'],
    ] as const)
      expectProblem(await save(jo, 'never', { query }), 400, code);
    expectProblem(await save(jo, 'Upper'), 400, 'invalid-input');
    expectProblem(await get(jo, 'never'), 404, 'not-found');
  });
});

test('GET /api/queries lists one’s own and the shared ones, page by page', async () => {
  await save(kim, 'list-kim-own');
  await save(kim, 'list-kim-shared', { shared: true });
  await save(jo, 'list-jo-own');
  const ids = (await listed(jo)).filter((id) => id.startsWith('list-'));
  expect(ids).toEqual(['list-jo-own', 'list-kim-shared']);
  const paged: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = await server().call('GET', `/api/queries?limit=1${cursor && `&cursor=${cursor}`}`, {
      token: jo,
    });
    paged.push(...page.body.queries.map((one: { id: string }) => one.id));
    cursor = page.body.nextCursor as string | null;
  }
  expect(paged).toEqual(await listed(jo));
});

test('saving and deleting stand in the audit log', async () => {
  await save(jo, 'audited');
  await remove(jo, 'audited');
  const entries = (await server().call('GET', '/api/audit?limit=500', { token: server().admin })).body
    .entries as { action: string; target: string; actor: string }[];
  expect(
    entries.filter(({ target }) => target === 'audited').map(({ action, actor }) => [action, actor]),
  ).toEqual([
    ['queries.delete', 'jo'],
    ['queries.save', 'jo'],
  ]);
});
