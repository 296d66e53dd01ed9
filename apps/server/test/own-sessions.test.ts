import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AuditEntry } from '@codemetrics/contracts';
import { UNKNOWN } from './permission-table.ts';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';

const password = (username: string): string => `a sentence for user number ${username.length}!`;
const byCookie = (token: string): Record<string, string> => ({ cookie: `codemetrics_session=${token}` });
/** What a page of another site sends, or a program without a word about it. */
const FOREIGN: readonly Record<string, string>[] = [
  {},
  { 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
];
const ownSite = { 'sec-fetch-site': 'same-origin' };

// Two servers on one database: what one ends, the other refuses.
let one: TestServer;
let two: TestServer;
beforeAll(async () => {
  one = await startTestServer({ env: { TOKEN_SECRET: 's'.repeat(40) } });
  two = await startTestServer({ env: { TOKEN_SECRET: 's'.repeat(40), DATABASE_URL: one.databaseUrl } });
});
afterAll(async () => {
  await two?.stop();
  await one?.stop();
});

const signIn = async (username: string, userAgent = 'own-sessions-test/1'): Promise<string> =>
  (
    await one.call('POST', '/api/session', {
      json: { username, password: password(username) },
      headers: { 'user-agent': userAgent },
    })
  ).body.sessionToken as string;
/** A user with two sessions. */
const twoSessions = async (username: string): Promise<[string, string]> => {
  const { token } = await one.signIn({ username, role: 'viewer' });
  return [token, await signIn(username)];
};
const list = async (token: string, at = one) => {
  const answer = await at.call('GET', '/api/sessions', { token });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.sessions as { sessionId: string; current: boolean; userAgent: string | null }[];
};
const expectDead = async (...tokens: string[]): Promise<void> => {
  for (const at of [two, one])
    for (const token of tokens) {
      expectProblem(await at.call('GET', '/api/session', { token }), 401, 'credential-revoked');
      const cookie = await at.call('GET', '/api/session', { headers: byCookie(token) });
      expectProblem(cookie, 401, 'credential-revoked');
    }
};
const expectAlive = async (token: string): Promise<void> => {
  for (const at of [two, one]) expect((await at.call('GET', '/api/session', { token })).status).toBe(200);
};
const newest = async (action: string): Promise<AuditEntry> =>
  (await one.call('GET', `/api/audit?limit=1&action=${action}`, { token: one.admin })).body
    .entries[0] as AuditEntry;

describe('GET /api/sessions', () => {
  test('200: one’s own sessions that live, the newest first, the present one marked, and no token', async () => {
    const [first, second] = await twoSessions('lister');
    const gone = await signIn('lister', 'gone/1');
    await one.call('DELETE', '/api/session', { token: gone });
    const answer = await two.call('GET', '/api/sessions', { token: first });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.text).not.toContain('eyJ');
    expect(answer.body.sessions).toEqual([
      {
        sessionId: expect.any(String),
        created: expect.stringMatching(/Z$/),
        expires: expect.stringMatching(/Z$/),
        address: '127.0.0.1',
        userAgent: 'own-sessions-test/1',
        provider: null,
        current: false,
      },
      expect.objectContaining({ current: true }),
    ]);
    expect((await list(second)).map(({ current }) => current)).toEqual([true, false]);
  });
});

describe('DELETE /api/sessions/{sessionId}', () => {
  test('204: it is dead at once on every server, by cookie and by bearer; the others stay', async () => {
    const [kept, other] = await twoSessions('ender');
    const target = (await list(kept)).find(({ current }) => !current)!.sessionId;
    const end = () => two.call('DELETE', `/api/sessions/${target}`, { token: kept });
    expect((await end()).status).toBe(204);
    await expectDead(other);
    await expectAlive(kept);
    const entry = await newest('sessions.delete');
    expect(entry).toMatchObject({ actor: 'ender', action: 'sessions.delete', target });
    expect((await end()).status).toBe(204);
    expect(await newest('sessions.delete')).toEqual(entry);
  });

  test('404: an unknown one, and another’s for an administrator too', async () => {
    const [token] = await twoSessions('not-yours');
    const { sessionId } = (await list(token))[0]!;
    for (const id of [sessionId, UNKNOWN, 'nothing'])
      expectProblem(await one.call('DELETE', `/api/sessions/${id}`, { token: one.admin }), 404, 'not-found');
    await expectAlive(token);
  });
});

describe('DELETE /api/sessions', () => {
  test('200: signs out everywhere, the present session too, whose cookie is cleared', async () => {
    const [first, second] = await twoSessions('everywhere');
    const answer = await two.call('DELETE', '/api/sessions', { headers: { ...byCookie(first), ...ownSite } });
    expect(answer.body).toEqual({ ended: 2, currentEnded: true });
    expect(answer.headers.get('set-cookie')).toMatch(/codemetrics_session=;/);
    await expectDead(first, second);
    await expectAlive(one.admin);
    expect(await newest('sessions.deleteAll')).toMatchObject({
      actor: 'everywhere',
      action: 'sessions.deleteAll',
      details: { ended: 2, keptCurrent: false },
    });
    await expectAlive(await signIn('everywhere'));
  });

  test('200: keepCurrent leaves the present one, and its cookie', async () => {
    const [first, second] = await twoSessions('keeper');
    const answer = await one.call('DELETE', '/api/sessions?keepCurrent=true', { token: first });
    expect(answer.body).toEqual({ ended: 1, currentEnded: false });
    expect(answer.headers.get('set-cookie')).toBeNull();
    await expectDead(second);
    await expectAlive(first);
    const again = await one.call('DELETE', '/api/sessions?keepCurrent=true', { token: first });
    expect(again.body.ended).toBe(0);
  });

  test('service tokens of the person go on', async () => {
    const [first] = await twoSessions('with-token');
    const service = await one.serviceToken({ scopes: ['data:read'] }, first);
    await one.call('DELETE', '/api/sessions', { token: first });
    await expectAlive(service.token);
  });

  test('403: a change from another site is refused, and ends nothing', async () => {
    const [first, second] = await twoSessions('foreign-site');
    const { sessionId } = (await list(first))[0]!;
    for (const path of ['/api/sessions', `/api/sessions/${sessionId}`])
      for (const headers of FOREIGN)
        expectProblem(
          await one.call('DELETE', path, { headers: { ...byCookie(first), ...headers } }),
          403,
          'csrf-refused',
        );
    await expectAlive(first);
    await expectAlive(second);
  });
});

describe('POST /api/session/token', () => {
  const show = (options: Parameters<TestServer['call']>[2], at = one) =>
    at.call('POST', '/api/session/token', { json: {}, ...options });

  test('200: by cookie and by bearer, the very token of the call and its end, which no cache keeps', async () => {
    const { token } = await one.signIn({ username: 'shown', role: 'editor' });
    for (const options of [{ token }, { headers: { ...byCookie(token), ...ownSite } }])
      for (const at of [one, two]) {
        const answer = await show(options, at);
        expect(answer.status, answer.text).toBe(200);
        expect(answer.headers.get('cache-control')).toBe('no-store');
        expect(answer.headers.get('set-cookie')).toBeNull();
        expect(answer.body.sessionToken).toBe(token);
        const { expires } = (await one.call('GET', '/api/session', { token })).body as { expires: string };
        expect(answer.body.expires).toBe(expires);
      }
    const entry = await newest('session.showToken');
    expect(entry).toMatchObject({ actor: 'shown', action: 'session.showToken', outcome: 'success' });
    expect(JSON.stringify(entry)).not.toContain('eyJ');
    expect([...one.logs, ...two.logs].join('')).not.toContain(token.split('.')[2]);
  });

  test('the token that is shown ends with the key of the one that asked', async () => {
    const own = await startTestServer();
    try {
      const { token } = await own.signIn({ username: 'rotating', role: 'viewer' });
      const { kid } = (await own.call('POST', '/api/keys/rotate', { token: own.admin, json: {} })).body;
      const shown = await own.call('POST', '/api/session/token', { token, json: {} });
      expect(shown.body.sessionToken).toBe(token);
      const header = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as {
        kid: string;
      };
      expect(header.kid).not.toBe(kid);
    } finally {
      await own.stop();
    }
  });

  test('401: once the session has ended, whichever way', async () => {
    const [first, second] = await twoSessions('too-late');
    await one.call('DELETE', '/api/session', { token: second });
    expectProblem(await show({ token: second }, two), 401, 'credential-revoked');
    await one.call('DELETE', '/api/sessions', { token: first });
    expectProblem(
      await show({ headers: { ...byCookie(first), ...ownSite } }, two),
      401,
      'credential-revoked',
    );
  });

  test('403: from another site, and for a service token', async () => {
    const { token } = await one.signIn({ username: 'guarded', role: 'viewer' });
    for (const headers of FOREIGN) {
      const answer = await show({ headers: { ...byCookie(token), ...headers } });
      expectProblem(answer, 403, 'csrf-refused');
      expect(answer.text).not.toContain('eyJ');
    }
    expectProblem(await show({ token: (await one.serviceToken()).token }), 403, 'session-required');
  });
});
