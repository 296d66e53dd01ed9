import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { ADMIN_PASSWORD, useServer } from './harness.ts';

const HOUR_MS = 3_600_000;
// Past the half of a second, where rounding a lifetime would show.
let clock = Date.parse('2026-03-02T10:00:00.700Z');
const server = useServer({ now: () => new Date(clock) });

// The clock passes the end of sessions, so each test signs in anew.
const signIn = async (username = 'admin', password = ADMIN_PASSWORD): Promise<string> =>
  (await server().call('POST', '/api/session', { json: { username, password } })).body.sessionToken as string;
const rotate = (tokenId: string, token: string, json: Record<string, unknown> = {}) =>
  server().call('POST', `/api/tokens/${tokenId}/rotate`, { token, json });
const rotateSelf = (token: string, json?: Record<string, unknown>) =>
  server().call('POST', '/api/tokens/self/rotate', { token, json });
const whoIs = (token: string) => server().call('GET', '/api/session', { token });

describe('POST /api/tokens/{tokenId}/rotate', () => {
  test('201: gives a new token like the old one, and both are good for the grace period', async () => {
    const admin = await signIn();
    await server()
      .createWorkload('rotating')
      .catch(() => undefined);
    const old = await server().serviceToken(
      { subject: 'ci', scopes: ['data:read'], workloads: ['rotating'], ttl: '90d', description: 'keeps' },
      admin,
    );
    clock += 2 * HOUR_MS;
    const answer = await rotate(old.tokenId, admin);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ sub: 'ci', scopes: ['data:read'], workloads: ['rotating'] });
    expect(answer.body.tokenId).not.toBe(old.tokenId);
    const begun = Math.floor(clock / 1000) * 1000;
    expect(answer.body.expires).toBe(new Date(begun + 90 * 24 * HOUR_MS).toISOString());
    expect((await whoIs(old.token)).status).toBe(200);
    expect((await whoIs(answer.body.accessToken)).status).toBe(200);
    const [listed] = (await server().call('GET', '/api/tokens', { token: admin })).body;
    expect(listed).toMatchObject({
      tokenId: answer.body.tokenId,
      rotatedFrom: old.tokenId,
      description: 'keeps',
    });
    clock += 24 * HOUR_MS - 1000;
    expect((await whoIs(old.token)).status).toBe(200);
    clock += 1000;
    expectProblem(await whoIs(old.token), 401, 'credential-revoked');
    expect((await whoIs(answer.body.accessToken)).status).toBe(200);
  });

  test('201: a grace period of 0 ends the old token now', async () => {
    const admin = await signIn();
    for (const gracePeriod of ['0', 0]) {
      const old = await server().serviceToken({}, admin);
      expect((await rotate(old.tokenId, admin, { gracePeriod })).status).toBe(201);
      expectProblem(await whoIs(old.token), 401, 'credential-revoked');
    }
  });

  test('201: the grace period may be 30d, and never makes the old token live longer', async () => {
    const admin = await signIn();
    const old = await server().serviceToken({ ttl: '1h' }, admin);
    expect((await rotate(old.tokenId, admin, { gracePeriod: '30d' })).status).toBe(201);
    clock += HOUR_MS;
    expectProblem(await whoIs(old.token), 401, 'credential-expired');
  });

  test.each(['31d', '3m', -1, 30 * 86_400 + 1])(
    '400: a grace period of %j is refused',
    async (gracePeriod) => {
      const admin = await signIn();
      const { tokenId } = await server().serviceToken({}, admin);
      const problem = expectProblem(await rotate(tokenId, admin, { gracePeriod }), 400, 'invalid-input');
      expect(problem.errors?.[0]?.path).toBe('gracePeriod');
    },
  );

  test('409: a token that was revoked, has expired or ended cannot be rotated', async () => {
    const admin = await signIn();
    const revoked = await server().serviceToken({}, admin);
    await server().call('DELETE', `/api/tokens/${revoked.tokenId}`, { token: admin });
    const expired = await server().serviceToken({ ttl: 60 }, admin);
    const ended = await server().serviceToken({}, admin);
    await rotate(ended.tokenId, admin, { gracePeriod: 0 });
    clock += 61_000;
    for (const { tokenId } of [revoked, expired, ended])
      expectProblem(await rotate(tokenId, admin), 409, 'state-conflict');
  });

  test('201: one who is limited to workloads rotates their own token', async () => {
    await server()
      .createWorkload('own-rotation')
      .catch(() => undefined);
    const admin = await signIn();
    const json = { username: 'rotating', password: 'the words of this test', role: 'editor' };
    await server().call('POST', '/api/users', {
      token: admin,
      json: { ...json, workloads: ['own-rotation'] },
    });
    const session = await signIn('rotating', 'the words of this test');
    const { tokenId } = await server().serviceToken({}, session);
    const answer = await rotate(tokenId, session);
    expect(answer.status, answer.text).toBe(201);
    expect((await whoIs(answer.body.accessToken)).body.workloads).toEqual(['own-rotation']);
  });

  test('403: an administrator who is limited hands over no more than they have', async () => {
    const admin = await signIn();
    const json = {
      username: 'limited-admin',
      password: 'the words of this test',
      role: 'admin',
      workloads: [],
    };
    await server().call('POST', '/api/users', { token: admin, json });
    const { tokenId } = await server().serviceToken({}, admin);
    const session = await signIn('limited-admin', 'the words of this test');
    expectProblem(await rotate(tokenId, session), 403, 'grant-exceeds-maker');
  });

  test('404: an unknown token, and another’s', async () => {
    const admin = await signIn();
    const { tokenId } = await server().serviceToken({}, admin);
    const json = { username: 'stranger', password: 'the words of this test', role: 'editor' };
    await server().call('POST', '/api/users', { token: admin, json });
    const stranger = await signIn('stranger', 'the words of this test');
    expectProblem(await rotate(tokenId, stranger), 404, 'not-found');
    expectProblem(await rotate('01900000-0000-7000-8000-000000000000', admin), 404, 'not-found');
  });
});

describe('POST /api/tokens/self/rotate', () => {
  test('201: a program replaces its own token, without a body too', async () => {
    const admin = await signIn();
    const first = await server().serviceToken({ subject: 'self', scopes: ['data:read'] }, admin);
    const second = await rotateSelf(first.token);
    expect(second.status).toBe(201);
    expect(second.body).toMatchObject({ sub: 'self', scopes: ['data:read'] });
    const third = await rotateSelf(second.body.accessToken, { gracePeriod: 0 });
    expect(third.status).toBe(201);
    expectProblem(await whoIs(second.body.accessToken), 401, 'credential-revoked');
    expect((await whoIs(first.token)).status).toBe(200);
    expect((await whoIs(third.body.accessToken)).status).toBe(200);
  });

  test('403: a session is no service token', async () => {
    expectProblem(await rotateSelf(await signIn()), 403, 'service-token-required');
  });

  test('400: the grace period is held to the same limits', async () => {
    const { token } = await server().serviceToken({}, await signIn());
    expectProblem(await rotateSelf(token, { gracePeriod: '31d' }), 400, 'invalid-input');
  });
});
