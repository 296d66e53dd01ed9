import { beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { useServer } from './harness.ts';

const PASSWORD = 'the words of this test';
const server = useServer();
let limited: { token: string; userId: string };

const as = (token: string, method: string, path: string, json?: unknown) =>
  server().call(method, `/api/users${path}`, { token, json });
const create = async (username: string, over: Record<string, unknown> = {}): Promise<string> =>
  (await as(server().admin, 'POST', '', { username, password: PASSWORD, ...over })).body.userId as string;

beforeAll(async () => {
  limited = await server().signIn({ username: 'limited-admin', role: 'admin', workloads: ['a', 'b'] });
});

describe('an administrator who is limited to workloads', () => {
  test('201: makes users within their own limit; 403: none beyond it', async () => {
    const make = (username: string, workloads?: unknown) =>
      as(limited.token, 'POST', '', { username, password: PASSWORD, workloads });
    expect((await make('within', ['a'])).status).toBe(201);
    expectProblem(await make('beyond', ['a', 'c']), 403, 'grant-exceeds-maker');
    expectProblem(await make('unlimited', null), 403, 'grant-exceeds-maker');
    expectProblem(await make('by-default'), 403, 'grant-exceeds-maker');
  });

  test('403: widens nobody, themselves neither', async () => {
    const within = await create('widened', { workloads: ['a'] });
    for (const userId of [within, limited.userId])
      for (const workloads of [null, ['a', 'c']])
        expectProblem(
          await as(limited.token, 'PATCH', `/${userId}`, { workloads }),
          403,
          'grant-exceeds-maker',
        );
    expect((await as(limited.token, 'PATCH', `/${within}`, { workloads: ['b'] })).status).toBe(200);
  });

  test('403: changes, disables or deletes nobody who sees more', async () => {
    const wide = await create('wide');
    for (const change of [
      { role: 'admin' },
      { displayName: 'Wide' },
      { disabled: true },
      { workloads: ['a'] },
    ])
      expectProblem(await as(limited.token, 'PATCH', `/${wide}`, change), 403, 'grant-exceeds-maker');
    expectProblem(await as(limited.token, 'DELETE', `/${wide}`), 403, 'grant-exceeds-maker');
    const within = await create('deletable', { workloads: ['a'] });
    expect((await as(limited.token, 'DELETE', `/${within}`)).status).toBe(204);
  });

  test('403: sets no password of one who may do more, which would let them sign in as that one', async () => {
    const wide = await create('wide-admin', { role: 'admin' });
    const json = { password: 'other words of this test' };
    expectProblem(await as(limited.token, 'PATCH', `/${wide}`, json), 403, 'grant-exceeds-maker');
    const narrow = await create('narrow-admin', { role: 'admin', workloads: ['b'] });
    expect((await as(limited.token, 'PATCH', `/${narrow}`, json)).status).toBe(200);
  });
});

describe('editors and viewers', () => {
  test('403: manage no users, and do not learn whether there is one', async () => {
    const editor = await server().signIn({ username: 'editing', role: 'editor' });
    const viewer = await server().signIn({ username: 'viewing', role: 'viewer' });
    for (const { token, userId } of [editor, viewer])
      for (const [method, path, json] of [
        ['GET', '', undefined],
        ['POST', '', { username: 'x', password: PASSWORD }],
        ['GET', `/${userId}`, undefined],
        ['PATCH', `/${userId}`, { role: 'admin' }],
        ['DELETE', `/${userId}`, undefined],
        ['GET', '/01900000-0000-7000-8000-000000000000', undefined],
      ] as const)
        expect(expectProblem(await as(token, method, path, json), 403, 'scope-missing').detail).toContain(
          'users:manage',
        );
  });
});
