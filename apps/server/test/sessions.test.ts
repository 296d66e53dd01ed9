import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';

const server = useServer();
const signIn = (username: string, password: string) =>
  server().call('POST', '/api/session', { json: { username, password } });

describe('POST /api/session', () => {
  test('200: gives a session token and an HttpOnly, SameSite=Lax cookie', async () => {
    const answer = await signIn('ADMIN', ADMIN_PASSWORD);
    expect(answer.status).toBe(200);
    expect(answer.body.user).toMatchObject({ username: 'admin', role: 'admin' });
    expect(answer.headers.get('set-cookie')).toMatch(/codemetrics_session=eyJ.*HttpOnly.*SameSite=Lax/i);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('401: a wrong name and a wrong password answer alike', async () => {
    const wrongName = expectProblem(await signIn('nobody', 'wrong wrong wrong'), 401, 'sign-in-failed');
    const wrongPassword = expectProblem(await signIn('admin', 'wrong wrong wrong'), 401, 'sign-in-failed');
    expect({ ...wrongName, instance: '' }).toEqual({ ...wrongPassword, instance: '' });
  });

  test('400: names the missing field', async () => {
    const problem = expectProblem(
      await server().call('POST', '/api/session', { json: { username: 'admin' } }),
      400,
      'invalid-input',
    );
    expect(problem.errors?.[0]?.path).toBe('password');
  });

  test('429: an account is locked after ten failures, for the right password too', async () => {
    await server().signIn({ username: 'locked', role: 'viewer' });
    for (let tries = 0; tries < 10; tries++) await signIn('locked', 'wrong wrong wrong');
    const answer = await signIn('locked', 'a sentence for user number 6!');
    expectProblem(answer, 429, 'sign-in-locked');
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
  }, 60_000);
});

describe('GET /api/session', () => {
  test('200: tells who a session is', async () => {
    const answer = await server().call('GET', '/api/session', { token: server().admin });
    expect(answer.body).toMatchObject({ kind: 'session', sub: 'admin', roles: ['admin'], workloads: null });
  });

  test('200: tells who a service token is', async () => {
    const { token, tokenId } = await server().serviceToken({ subject: 'ci' });
    const answer = await server().call('GET', '/api/session', { token });
    expect(answer.body).toMatchObject({ kind: 'service', sub: 'ci', tokenId });
    expect(answer.body.scopes).not.toContain('tokens:manage');
  });

  test('401: carries a challenge, which tells a missing credential from a bad one', async () => {
    const missing = await server().call('GET', '/api/session');
    expectProblem(missing, 401, 'credential-missing');
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="codemetrics"');
    const bad = await server().call('GET', '/api/session', { token: 'eyJ.x.y' });
    expectProblem(bad, 401, 'credential-invalid');
    expect(bad.headers.get('www-authenticate')).toContain('error="invalid_token"');
  });

  test('the scheme is read whatever its case, and a token in the query is never taken', async () => {
    const { admin, call } = server();
    expect(
      (await call('GET', '/api/session', { headers: { authorization: `bEaReR ${admin}` } })).status,
    ).toBe(200);
    expect((await call('GET', `/api/session?access_token=${admin}`)).status).toBe(401);
  });
});

describe('the cookie', () => {
  const cookieOf = async () =>
    (await signIn('admin', ADMIN_PASSWORD)).headers.get('set-cookie')!.split(';')[0]!;

  test('signs in for reading', async () => {
    expect(
      (await server().call('GET', '/api/session', { headers: { cookie: await cookieOf() } })).status,
    ).toBe(200);
  });

  test('403: a change from another site is refused, one from the own site is done', async () => {
    const { call, url } = server();
    const cookie = await cookieOf();
    const create = (headers: Record<string, string>) =>
      call('POST', '/api/tokens', { json: { subject: 'x' }, headers: { cookie, ...headers } });
    expectProblem(await create({}), 403, 'csrf-refused');
    expectProblem(await create({ origin: 'https://evil.example' }), 403, 'csrf-refused');
    expectProblem(await create({ 'sec-fetch-site': 'cross-site', origin: url }), 403, 'csrf-refused');
    expect((await create({ origin: url })).status).toBe(201);
    expect((await create({ 'sec-fetch-site': 'same-origin' })).status).toBe(201);
  });
});

describe('DELETE /api/session', () => {
  test('204: the token is dead at once, and the cookie is cleared', async () => {
    const { token } = await server().signIn({ username: 'leaver', role: 'viewer' });
    const answer = await server().call('DELETE', '/api/session', { token });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/codemetrics_session=;/);
    expectProblem(await server().call('GET', '/api/session', { token }), 401, 'credential-revoked');
  });

  test('403: a service token has no session to end', async () => {
    const { token } = await server().serviceToken();
    expectProblem(await server().call('DELETE', '/api/session', { token }), 403, 'session-required');
  });
});

describe('PUT /api/session/password', () => {
  test('204: the new password holds and every other session ends', async () => {
    const { call } = server();
    const first = await server().signIn({ username: 'changer', role: 'viewer' });
    const second = (await signIn('changer', 'a sentence for user number 7!')).body.sessionToken as string;
    const change = (json: unknown) => call('PUT', '/api/session/password', { token: first.token, json });
    expectProblem(
      await change({ currentPassword: 'wrong wrong wrong', newPassword: 'another fine sentence 9' }),
      401,
      'sign-in-failed',
    );
    expectProblem(
      await change({ currentPassword: 'a sentence for user number 7!', newPassword: 'short' }),
      400,
      'invalid-input',
    );
    expect(
      (
        await change({
          currentPassword: 'a sentence for user number 7!',
          newPassword: 'another fine sentence 9',
        })
      ).status,
    ).toBe(204);
    expect((await call('GET', '/api/session', { token: first.token })).status).toBe(200);
    expectProblem(await call('GET', '/api/session', { token: second }), 401, 'credential-revoked');
    expect((await signIn('changer', 'another fine sentence 9')).status).toBe(200);
  });
});
