import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';

const password = (username: string): string => `a sentence for user number ${username.length}!`;

describe('a revocation holds on every server from the moment of its answer', () => {
  let one: TestServer;
  let two: TestServer;
  const both = (): TestServer[] => [two, one];

  beforeAll(async () => {
    one = await startTestServer({ env: { TOKEN_SECRET: 's'.repeat(40) } });
    two = await startTestServer({
      env: { TOKEN_SECRET: 's'.repeat(40), DATABASE_URL: one.databaseUrl },
    });
  });
  afterAll(async () => {
    await two.stop();
    await one.stop();
  });

  const who = (at: TestServer, token: string) => at.call('GET', '/api/session', { token });
  const change = (userId: string, json: Record<string, unknown>) =>
    one.call('PATCH', `/api/users/${userId}`, { token: one.admin, json });
  const signIn = (at: TestServer, username: string) =>
    at.call('POST', '/api/session', { json: { username, password: password(username) } });
  const expectDead = async (...tokens: string[]): Promise<void> => {
    for (const at of both())
      for (const token of tokens) expectProblem(await who(at, token), 401, 'credential-revoked');
  };
  const expectAlive = async (...tokens: string[]): Promise<void> => {
    for (const at of both()) for (const token of tokens) expect((await who(at, token)).status).toBe(200);
  };

  test('of a service token', async () => {
    const { token, tokenId } = await one.serviceToken();
    await expectAlive(token);
    expect((await one.call('DELETE', `/api/tokens/${tokenId}`, { token: one.admin })).status).toBe(204);
    await expectDead(token);
  });

  test('of a session', async () => {
    const { token } = await one.signIn({ username: 'signing-out', role: 'viewer' });
    await expectAlive(token);
    expect((await two.call('DELETE', '/api/session', { token })).status).toBe(204);
    await expectDead(token);
  });

  test('by a change of the password: every other session', async () => {
    const username = 'changing';
    const { token: kept } = await one.signIn({ username, role: 'viewer' });
    const other = (await signIn(two, username)).body.sessionToken as string;
    const json = { currentPassword: password(username), newPassword: 'quite another sentence 7' };
    expect((await one.call('PUT', '/api/session/password', { token: kept, json })).status).toBe(204);
    await expectDead(other);
    await expectAlive(kept);
    expectProblem(await signIn(two, username), 401, 'sign-in-failed');
  });

  test('by disabling the user, and enabling them again revives nothing', async () => {
    const { token, userId } = await one.signIn({ username: 'disabled', role: 'editor' });
    const service = await one.serviceToken({}, token);
    expect((await change(userId, { disabled: true })).status).toBe(200);
    await expectDead(token, service.token);
    expect((await change(userId, { disabled: false })).status).toBe(200);
    await expectDead(token, service.token);
    const again = (await signIn(two, 'disabled')).body.sessionToken as string;
    await expectAlive(again, (await two.serviceToken({}, again)).token);
  });

  test('of a permission: the role of the moment decides, for sessions and tokens alike', async () => {
    const { token, userId } = await one.signIn({ username: 'demoted', role: 'editor' });
    const service = await one.serviceToken({}, token);
    const write = (at: TestServer, credential: string) =>
      at.call('POST', '/api/pipeline/runs', { token: credential, json: { runs: [] } });
    for (const at of both())
      for (const one of [token, service.token]) expect((await write(at, one)).status).not.toBe(403);
    expect((await change(userId, { role: 'viewer' })).status).toBe(200);
    for (const at of both())
      for (const one of [token, service.token]) expectProblem(await write(at, one), 403, 'scope-missing');
  });

  test('the strictest of several ends wins', async () => {
    const { tokenId, token } = await one.serviceToken();
    const rotate = (gracePeriod: string) =>
      one.call('POST', `/api/tokens/${tokenId}/rotate`, { token: one.admin, json: { gracePeriod } });
    expect((await rotate('1h')).status).toBe(201);
    expect((await rotate('30d')).status).toBe(201);
    const listed = (await two.call('GET', '/api/tokens', { token: two.admin })).body as {
      tokenId: string;
      expires: string;
    }[];
    const expires = Date.parse(listed.find((each) => each.tokenId === tokenId)!.expires);
    expect(expires - Date.now()).toBeLessThanOrEqual(3_600_000);
    expect((await rotate('0')).status).toBe(201);
    await expectDead(token);
  });

  describe('what was under way at that moment', () => {
    let blocker: Client;
    beforeAll(async () => {
      blocker = new Client({ connectionString: one.databaseUrl });
      await blocker.connect();
    });
    afterAll(() => blocker.end());

    /** Holds the user's row, starts a call that must wait for it, changes the user, and gives the call's answer. */
    const meanwhile = async (userId: string, sql: string, call: () => Promise<{ status: number }>) => {
      await blocker.query('begin');
      await blocker.query('select from users where user_id = $1 for update', [userId]);
      const answer = call();
      await new Promise((resolve) => setTimeout(resolve, 600));
      await blocker.query(sql, [userId]);
      await blocker.query('commit');
      return answer;
    };

    test('a token made while its user is being disabled is not made', async () => {
      const { token, userId } = await one.signIn({ username: 'racing', role: 'viewer' });
      const answer = await meanwhile(userId, 'update users set disabled = true where user_id = $1', () =>
        one.call('POST', '/api/tokens', { token, json: { subject: 'late' } }),
      );
      expect(answer.status).toBe(401);
      const { rows } = await blocker.query('select from service_tokens where user_id = $1', [userId]);
      expect(rows).toHaveLength(0);
    });

    test('a sign-in with a password that is being changed fails', async () => {
      const { userId } = await one.signIn({ username: 'racing-too', role: 'viewer' });
      const answer = await meanwhile(userId, `update users set password_hash = 'x' where user_id = $1`, () =>
        signIn(one, 'racing-too'),
      );
      expect(answer.status).toBe(401);
    });
  });
});
