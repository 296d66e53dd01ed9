import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';

const server = useServer();
const PASSWORD = 'the words of this test';
const admin = (method: string, path: string, json?: unknown) =>
  server().call(method, `/api/users${path}`, { token: server().admin, json });
const signIn = (username: string, password = PASSWORD) =>
  server().call('POST', '/api/session', { json: { username, password } });
const create = async (username: string, over: Record<string, unknown> = {}): Promise<string> => {
  const answer = await admin('POST', '', { username, password: PASSWORD, ...over });
  expect(answer.status, answer.text).toBe(201);
  return answer.body.userId as string;
};
const sessionOf = async (username: string): Promise<string> =>
  (await signIn(username)).body.sessionToken as string;
const UNKNOWN = '01900000-0000-7000-8000-000000000000';

describe('POST /api/users', () => {
  test('201: makes a viewer of all workloads, unless it says otherwise', async () => {
    const answer = await admin('POST', '', { username: 'Plain.User+1', password: PASSWORD });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      userId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      username: 'Plain.User+1',
      displayName: 'Plain.User+1',
      role: 'viewer',
      workloads: null,
      disabled: false,
      created: expect.stringMatching(/Z$/),
      lastSignIn: null,
      providers: [],
    });
    expect(answer.text).not.toMatch(/password|argon/i);
  });

  test('201: takes every field, and the user can sign in', async () => {
    const over = { displayName: 'Jo Ö', role: 'editor', workloads: ['a'] };
    const answer = await admin('POST', '', { username: 'every', password: PASSWORD, ...over });
    expect(answer.body).toMatchObject(over);
    expect((await signIn('EVERY')).body.user).toMatchObject({ displayName: 'Jo Ö', role: 'editor' });
    expect((await admin('GET', `/${answer.body.userId}`)).body.lastSignIn).toMatch(/Z$/);
  });

  test('409: a name is taken whatever its case', async () => {
    await create('twice');
    expectProblem(await admin('POST', '', { username: 'TWICE', password: PASSWORD }), 409, 'conflict');
  });

  test.each([
    ['short', 'short'],
    ['password1234', 'common'],
    ['aaaaaaaaaaaaaaa', 'of one character'],
    ['my name is policy-user', 'holds the name'],
    ['x'.repeat(257), 'too long'],
    ['', 'empty'],
    ['the words \ud800 of it', 'a lone surrogate'],
  ])('400: the password %j is refused: %s', async (password) => {
    const problem = expectProblem(
      await admin('POST', '', { username: 'policy-user', password }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.[0]?.path).toBe('password');
    if (password.length > 8) expect(JSON.stringify(problem)).not.toContain(password);
  });

  test.each([
    [{ username: 'two words' }, 'username'],
    [{ username: '' }, 'username'],
    [{ username: '-x' }, 'username'],
    [{ username: 'ü' }, 'username'],
    [{ username: 'a'.repeat(101) }, 'username'],
    [{ role: 'root' }, 'role'],
    [{ workloads: ['Not An Id'] }, 'workloads[0]'],
    [{ displayName: 'a\nb' }, 'displayName'],
    [{ disabled: true }, 'disabled'],
  ])('400: %j is refused, naming %s', async (over, path) => {
    const answer = await admin('POST', '', { username: 'bad', password: PASSWORD, ...over });
    expect(expectProblem(answer, 400, 'invalid-input').errors?.[0]?.path).toBe(path);
  });
});

describe('GET /api/users', () => {
  test('200: pages go through all by name, once each', async () => {
    for (const name of ['page-c', 'Page-B', 'page-a']) await create(name);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const { body } = await admin('GET', `?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.users.map((one: { username: string }) => one.username));
      cursor = body.nextCursor as string | null;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.filter((name) => /^page-/i.test(name))).toEqual(['page-a', 'Page-B', 'page-c']);
    expect(seen).toContain('admin');
  });

  test('400: a forged cursor, one of another listing, a limit out of bounds', async () => {
    const forge = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    for (const cursor of [
      '%20',
      forge(['workloads', 'a']),
      forge(['users', 'a\u0000']),
      forge(['users', null]),
    ])
      expectProblem(await admin('GET', `?cursor=${cursor}`), 400, 'invalid-cursor');
    for (const limit of ['0', '501', 'x'])
      expectProblem(await admin('GET', `?limit=${limit}`), 400, 'invalid-input');
  });
});

describe('GET /api/users/{userId}', () => {
  test('200: gives one; 404: an unknown one; 400: what is no id', async () => {
    const userId = await create('read-me');
    expect((await admin('GET', `/${userId}`)).body).toMatchObject({ userId, username: 'read-me' });
    expectProblem(await admin('GET', `/${UNKNOWN}`), 404, 'not-found');
    expectProblem(await admin('GET', '/7'), 400, 'invalid-input');
  });
});

describe('PATCH /api/users/{userId}', () => {
  test('200: changes what is given and leaves the rest', async () => {
    const userId = await create('patched', { role: 'editor', workloads: ['a'] });
    const answer = await admin('PATCH', `/${userId}`, { displayName: 'New' });
    expect(answer.body).toMatchObject({
      displayName: 'New',
      role: 'editor',
      workloads: ['a'],
      disabled: false,
    });
    expect((await admin('PATCH', `/${userId}`, { workloads: null, role: 'viewer' })).body).toMatchObject({
      displayName: 'New',
      role: 'viewer',
      workloads: null,
    });
  });

  test('200: disabling ends every session at once, and nobody signs in', async () => {
    const userId = await create('off');
    const token = await sessionOf('off');
    await admin('PATCH', `/${userId}`, { disabled: true });
    expectProblem(await server().call('GET', '/api/session', { token }), 401, 'credential-revoked');
    expectProblem(await signIn('off'), 401, 'sign-in-failed');
    await admin('PATCH', `/${userId}`, { disabled: false });
    expect((await signIn('off')).status).toBe(200);
  });

  test('200: setting a password ends every session, and the new one holds', async () => {
    const userId = await create('reset');
    const token = await sessionOf('reset');
    expect((await admin('PATCH', `/${userId}`, { password: 'other words of this test' })).status).toBe(200);
    expectProblem(await server().call('GET', '/api/session', { token }), 401, 'credential-revoked');
    expectProblem(await signIn('reset'), 401, 'sign-in-failed');
    expect((await signIn('reset', 'other words of this test')).status).toBe(200);
  });

  test('200: a new role holds at once for a session that is open', async () => {
    const userId = await create('promoted');
    const token = await sessionOf('promoted');
    const list = () => server().call('GET', '/api/users', { token });
    expectProblem(await list(), 403, 'scope-missing');
    await admin('PATCH', `/${userId}`, { role: 'admin' });
    expect((await list()).status).toBe(200);
    await admin('PATCH', `/${userId}`, { role: 'viewer' });
    expectProblem(await list(), 403, 'scope-missing');
  });

  test('400: a weak password, an unknown field; 404: an unknown user', async () => {
    const userId = await create('weak');
    expectProblem(await admin('PATCH', `/${userId}`, { password: 'short' }), 400, 'invalid-input');
    expectProblem(await admin('PATCH', `/${userId}`, { username: 'other' }), 400, 'invalid-input');
    expectProblem(await admin('PATCH', `/${UNKNOWN}`, { role: 'viewer' }), 404, 'not-found');
    expectProblem(await admin('PATCH', `/${UNKNOWN}`, { password: PASSWORD }), 404, 'not-found');
  });
});

describe('DELETE /api/users/{userId}', () => {
  test('204: the user is gone, and so are their sessions', async () => {
    const userId = await create('deleted');
    const token = await sessionOf('deleted');
    expect((await admin('DELETE', `/${userId}`)).status).toBe(204);
    expectProblem(await server().call('GET', '/api/session', { token }), 401, 'credential-invalid');
    expectProblem(await admin('DELETE', `/${userId}`), 404, 'not-found');
    expectProblem(await signIn('deleted'), 401, 'sign-in-failed');
  });
});

describe('the last administrator', () => {
  test('409: stays one, enabled, until there is another', async () => {
    const self = (await server().call('GET', '/api/session', { token: server().admin })).body.user.userId;
    const attempts = () =>
      Promise.all([
        admin('PATCH', `/${self}`, { role: 'viewer' }),
        admin('PATCH', `/${self}`, { disabled: true }),
        admin('DELETE', `/${self}`),
      ]);
    for (const answer of await attempts()) expectProblem(answer, 409, 'last-administrator');
    // A disabled administrator is none.
    const other = await create('other-admin', { role: 'admin' });
    await admin('PATCH', `/${other}`, { disabled: true });
    for (const answer of await attempts()) expectProblem(answer, 409, 'last-administrator');
    expect((await signIn('admin', ADMIN_PASSWORD)).status).toBe(200);
  });

  test('409: two who take each other away at once leave one', async () => {
    const [one, two] = [await create('duel-1', { role: 'admin' }), await create('duel-2', { role: 'admin' })];
    const self = (await server().call('GET', '/api/session', { token: server().admin })).body.user.userId;
    const [first, second] = [await sessionOf('duel-1'), await sessionOf('duel-2')];
    const demote = (userId: string, token: string) =>
      server().call('PATCH', `/api/users/${userId}`, { token, json: { role: 'viewer' } });
    await demote(self, first);
    const statuses = (await Promise.all([demote(two, first), demote(one, second)])).map(
      ({ status }) => status,
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    // Make the first administrator one again, with whichever of the two is left.
    const back = await Promise.all(
      [first, second].map((token) =>
        server().call('PATCH', `/api/users/${self}`, { token, json: { role: 'admin' } }),
      ),
    );
    expect(back.map(({ status }) => status).sort()).toEqual([200, 403]);
  });
});
