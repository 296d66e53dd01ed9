import { describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const server = useServer();
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, `/api/workloads${path}`, { token: server().admin, json });
const as = (token: string, method: string, path: string, json?: unknown) =>
  server().call(method, `/api/workloads${path}`, { token, json });
const FULL = {
  name: 'My team',
  description: 'line one\nline two',
  tags: { department: 'sales', 'cost.center_1': '42' },
  repositoryGroups: [
    {
      name: 'backend',
      repositories: [
        { name: 'acme/shop-*', url: 'https://git.example/acme', defaultBranch: 'trunk' },
        { name: 'acme/api' },
      ],
    },
  ],
  services: ['Checkout API', 'SHOP-*'],
  workingHours: { timezone: 'Europe/Berlin', days: ['monday', 'friday'], start: '08:30', end: '16:00' },
  runnerRates: { 'ubuntu-latest': 0.008 },
};

describe('POST /api/workloads', () => {
  test('201: creates what was sent, and only id and name are needed', async () => {
    const answer = await admin('POST', '', { id: 'full', ...FULL });
    expect(answer.status, answer.text).toBe(201);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(answer.body).toEqual({ id: 'full', ...FULL, created: time, updated: time });
    expect((await admin('POST', '', { id: '0', name: 'Zero' })).body).toMatchObject({
      description: '',
      tags: {},
      repositoryGroups: [],
      services: [],
      workingHours: null,
      runnerRates: {},
    });
  });

  test('201: an editor may create one', async () => {
    const { token } = await server().signIn({ username: 'making-editor', role: 'editor' });
    expect((await as(token, 'POST', '', { id: 'by-editor', name: 'x' })).status).toBe(201);
  });

  test('409: an id is taken once, and the first one stays as it is', async () => {
    await admin('POST', '', { id: 'taken', name: 'first' });
    const answer = await admin('POST', '', { id: 'taken', name: 'second' });
    expect(expectProblem(answer, 409, 'conflict').detail).toContain('taken');
    expect((await admin('GET', '/taken')).body.name).toBe('first');
  });

  test('201: the names of built-in properties are tags like any other', async () => {
    const tags = { constructor: 'a', prototype: 'b', tostring: 'c' };
    expect((await admin('POST', '', { id: 'builtin', name: 'x', tags })).body.tags).toEqual(tags);
    expect((await admin('GET', '/builtin')).body.tags).toEqual(tags);
    expect((await admin('POST', '', { id: 'no-tags', name: 'x' })).body.tags).toEqual({});
  });

  test('400: __proto__ is refused, wherever it stands', async () => {
    for (const body of [
      '{"id":"proto","name":"x","tags":{"__proto__":"a"}}',
      '{"id":"proto","name":"x","__proto__":{"description":"y"}}',
    ]) {
      const { call, admin: token } = server();
      expectProblem(
        await call('POST', '/api/workloads', { token, body, type: 'application/json' }),
        400,
        'malformed-body',
      );
    }
    expectProblem(await admin('GET', '/proto'), 404, 'workload-not-found');
  });

  test.each([
    [{ workingHours: { timezone: 'Mars/Olympus' } }, 'workingHours.timezone'],
    [{ workingHours: { timezone: 'UTC', start: '18:00' } }, 'workingHours.end'],
    [{ workingHours: { timezone: 'UTC', days: ['someday'] } }, 'workingHours.days[0]'],
    [{ runnerRates: { linux: -1 } }, 'runnerRates.linux'],
    [{ id: 'Upper' }, 'id'],
    [{ id: '-dash' }, 'id'],
    [{ id: 'a'.repeat(64) }, 'id'],
    [{ id: 'a\n' }, 'id'],
    [{ name: '' }, 'name'],
    [{ name: 'a\u0000' }, 'name'],
    [{ title: 'x' }, 'title'],
    [{ tags: { Upper: 'x' } }, 'tags.Upper'],
    [{ tags: { key: 1 } }, 'tags.key'],
    [{ tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v'])) }, 'tags'],
    [{ repositoryGroups: [{ name: 'a' }, { name: 'a' }] }, 'repositoryGroups'],
    [
      { repositoryGroups: [{ name: 'a', repositories: [{ name: 'r', url: 'javascript:alert(1)' }] }] },
      'repositoryGroups[0].repositories[0].url',
    ],
  ])('400: %j is refused, naming %s', async (over, path) => {
    const problem = expectProblem(
      await admin('POST', '', { id: 'bad', name: 'x', ...over }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });
});

describe('GET /api/workloads', () => {
  test('200: pages go through all by id, once each, while others are added', async () => {
    for (const id of ['page-1', 'page-2', 'page-3', 'page-4']) await admin('POST', '', { id, name: id });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? '?limit=2' : `?limit=2&cursor=${cursor}`;
      const { body } = await admin('GET', query);
      expect(body.workloads.length).toBeLessThanOrEqual(2);
      seen.push(...body.workloads.map((one: { id: string }) => one.id));
      cursor = body.nextCursor as string | null;
      if (seen.length === 2) await admin('POST', '', { id: '00-added', name: 'before the page' });
    } while (cursor !== null);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((id) => id.startsWith('page-'))).toEqual(['page-1', 'page-2', 'page-3', 'page-4']);
  });

  test('400: a cursor that was forged is refused', async () => {
    const forge = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const cursor of [
      'x',
      forge(['users', 'a']),
      forge(['workloads', 1]),
      forge(['workloads', 'a\u0000']),
    ])
      expectProblem(await admin('GET', `?cursor=${cursor}`), 400, 'invalid-cursor');
  });

  test.each(['limit=0', 'limit=501', 'limit=ten', 'limit=1.5', 'limit=', 'name=x'])(
    '400: %s is refused',
    async (query) => {
      expectProblem(await admin('GET', `?${query}`), 400, 'invalid-input');
    },
  );

  test('200: one who is limited sees their own alone', async () => {
    const { token } = await server().signIn({ username: 'seeing', role: 'viewer', workloads: ['full'] });
    const { body } = await as(token, 'GET', '');
    expect(body.workloads.map((one: { id: string }) => one.id)).toEqual(['full']);
  });
});

describe('GET /api/workloads/{id}', () => {
  test('200: gives one', async () => {
    expect((await admin('GET', '/full')).body).toMatchObject({ id: 'full', ...FULL });
  });

  test('404: an unknown one; 400: what is no id', async () => {
    expect(expectProblem(await admin('GET', '/nowhere'), 404, 'workload-not-found').detail).toContain(
      'nowhere',
    );
    expectProblem(await admin('GET', '/Not%20An%20Id'), 400, 'invalid-input');
  });

  test('403: outside of its limit a token learns nothing of what exists', async () => {
    const { token } = await server().serviceToken({ workloads: ['full'] });
    for (const [method, json] of [
      ['GET', undefined],
      ['PUT', { name: 'x' }],
      ['DELETE', undefined],
    ] as const) {
      const existing = expectProblem(await as(token, method, '/taken', json), 403, 'workload-forbidden');
      const unknown = expectProblem(await as(token, method, '/nowhere', json), 403, 'workload-forbidden');
      expect(existing.detail.replace('taken', 'ID')).toBe(unknown.detail.replace('nowhere', 'ID'));
    }
    expectProblem(await as(token, 'POST', '', { id: 'taken', name: 'x' }), 403, 'workload-forbidden');
    expect((await admin('GET', '/taken')).status).toBe(200);
  });
});

describe('PUT /api/workloads/{id}', () => {
  test('200: replaces the configuration whole; the data stays', async () => {
    await admin('POST', '', { id: 'replaced', ...FULL });
    const json = { runs: [aPipelineRun({ workload: 'replaced' })] };
    await server().call('POST', '/api/pipeline/runs', { token: server().admin, json });
    const answer = await admin('PUT', '/replaced', { name: 'New' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ name: 'New', description: '', tags: {}, repositoryGroups: [] });
    expect(answer.body.updated > answer.body.created).toBe(true);
    const runs = await server().call('GET', '/api/pipeline/runs?workload=replaced', {
      token: server().admin,
    });
    expect(runs.body.runs).toHaveLength(1);
  });

  test('404: an unknown one is not made; 400: the id stands in the path alone', async () => {
    expectProblem(await admin('PUT', '/nowhere', { name: 'x' }), 404, 'workload-not-found');
    const problem = expectProblem(
      await admin('PUT', '/full', { id: 'other', name: 'x' }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.[0]?.path).toBe('id');
    expectProblem(await admin('PUT', '/full', {}), 400, 'invalid-input');
  });
});

describe('DELETE /api/workloads/{id}', () => {
  test('204: the workload is gone with its data, for good', async () => {
    const { call, admin: token } = server();
    await admin('POST', '', { id: 'gone', name: 'x' });
    await call('POST', '/api/pipeline/runs', { token, json: { runs: [aPipelineRun({ workload: 'gone' })] } });
    expect((await admin('DELETE', '/gone')).status).toBe(204);
    expectProblem(await admin('GET', '/gone'), 404, 'workload-not-found');
    expectProblem(await admin('DELETE', '/gone'), 404, 'workload-not-found');
    await admin('POST', '', { id: 'gone', name: 'again' });
    expect((await call('GET', '/api/pipeline/runs?workload=gone', { token })).body.runs).toEqual([]);
  });
});

describe('a viewer', () => {
  test('403: changes no workload', async () => {
    const { token } = await server().signIn({ username: 'looking', role: 'viewer' });
    for (const [method, path, json] of [
      ['POST', '', { id: 'x', name: 'x' }],
      ['PUT', '/full', { name: 'x' }],
      ['DELETE', '/full', undefined],
      ['PUT', '', { workloads: [] }],
    ] as const)
      expect(expectProblem(await as(token, method, path, json), 403, 'scope-missing').detail).toContain(
        'workloads:write',
      );
    expect((await as(token, 'GET', '/full')).status).toBe(200);
  });
});
