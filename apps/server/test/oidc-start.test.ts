import { describe, expect, test } from 'vitest';
import { createBrowser } from './cookie-browser.ts';
import { expectProblem } from './expect-problem.ts';
import { startTestServer, useServer } from './harness.ts';
import {
  clientOf,
  FLOW_COOKIE,
  person,
  reachCallback,
  SESSION_COOKIE,
  settingsOf,
  useSignOn,
} from './oidc-kit.ts';
import { startProvider } from './oidc-provider.ts';

const signOn = useSignOn();
const without = useServer();

describe('GET /auth/oidc/{provider}/start', () => {
  test.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'tokens',
    '',
    '/auth/oidc/main/start',
    '/api/openapi.json',
    `/${'x'.repeat(2000)}`,
  ])('400: a next that is no path of this app: %j', async (next) => {
    const query = new URLSearchParams({ next }).toString();
    const answer = await signOn().server.call('GET', `/auth/oidc/main/start?${query}`);
    expectProblem(answer, 400, 'invalid-input');
    expect(answer.headers.get('location')).toBeNull();
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  test('400: next given twice', async () => {
    const answer = await signOn().server.call('GET', '/auth/oidc/main/start?next=/&next=//evil.example');
    expectProblem(answer, 400, 'invalid-input');
  });

  test('404: a provider that there is not', async () => {
    for (const step of ['start', 'callback']) {
      expectProblem(await signOn().server.call('GET', `/auth/oidc/nobody/${step}`), 404, 'not-found');
      expectProblem(await without().call('GET', `/auth/oidc/main/${step}`), 404, 'not-found');
    }
  });

  test.each(['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('405: %s', async (method) => {
    for (const step of ['start', 'callback']) {
      const answer = await signOn().server.call(method, `/auth/oidc/main/${step}`);
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET');
    }
  });

  test('takes the address of the browser from PUBLIC_URL, a trusted proxy or the request, and is Secure on https', async () => {
    const { main } = signOn();
    const OIDC_PROVIDERS = JSON.stringify([settingsOf('main', main.issuer)]);
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'proxied.example' };
    for (const [env, origin] of [
      [{}, undefined],
      [{ TRUST_PROXY: '127.0.0.1' }, 'https://proxied.example'],
      [{ PUBLIC_URL: 'https://metrics.example/' }, 'https://metrics.example'],
    ] as const) {
      const server = await startTestServer({ env: { OIDC_PROVIDERS, ...env } });
      const answer = await server.call('GET', '/auth/oidc/main/start', { headers });
      await server.stop();
      const { searchParams } = new URL(answer.headers.get('location')!);
      expect(searchParams.get('redirect_uri')).toBe(`${origin ?? server.url}/auth/oidc/main/callback`);
      expect(/; Secure/.test(answer.headers.get('set-cookie')!)).toBe(origin !== undefined);
    }
  });

  test('429: counted by address, like every public call', async () => {
    const { main } = signOn();
    const OIDC_PROVIDERS = JSON.stringify([settingsOf('main', main.issuer)]);
    const server = await startTestServer({ env: { OIDC_PROVIDERS, RATE_LIMIT: '5/1h' } });
    const statuses: number[] = [];
    for (const step of ['start', 'callback', 'start', 'callback', 'start', 'callback'])
      statuses.push((await server.call('GET', `/auth/oidc/main/${step}`)).status);
    const refused = await server.call('GET', '/auth/oidc/main/start');
    await server.stop();
    expect(statuses).toContain(302);
    expectProblem(refused, 429, 'rate-limited');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test('what one server began, another with the same keys completes, and one with other keys does not', async () => {
  const provider = await startProvider();
  const OIDC_PROVIDERS = JSON.stringify([settingsOf('main', provider.issuer)]);
  const TOKEN_SECRET = 'the key that both servers of this test share';
  const first = await startTestServer({ env: { OIDC_PROVIDERS, TOKEN_SECRET } });
  const DATABASE_URL = first.databaseUrl;
  const second = await startTestServer({ env: { OIDC_PROVIDERS, TOKEN_SECRET, DATABASE_URL } });
  const stranger = await startTestServer({ env: { OIDC_PROVIDERS } });
  provider.serve([clientOf(first.url, 'main')]);
  provider.accounts.set('jo', person('jo', ['readers']));
  for (const [server, end] of [
    [stranger, '/sign-in?error=sign-in-expired'],
    [second, '/'],
  ] as const) {
    const browser = createBrowser();
    const callback = await reachCallback(browser, first, 'jo');
    const value = browser.cookie(first.url, FLOW_COOKIE)!;
    browser.setCookie(server.url, { name: FLOW_COOKIE, value, path: '/auth/oidc' });
    const visit = await browser.visit(callback.replace(first.url, server.url));
    expect(visit.headers.get('location')).toBe(end);
    const token = browser.cookie(server.url, SESSION_COOKIE);
    if (end === '/') expect((await first.call('GET', '/api/session', { token: token! })).body.sub).toBe('jo');
    else expect(token).toBeUndefined();
  }
  await Promise.all([second.stop(), stranger.stop()]);
  await first.stop();
  await provider.close();
});

describe('GET /api/session/providers', () => {
  test('200: lists the providers, without a credential and without a secret', async () => {
    const { server } = signOn();
    const answer = await server.call('GET', '/api/session/providers');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      localPasswords: true,
      providers: [
        { id: 'main', name: 'Provider main', url: '/auth/oidc/main/start' },
        { id: 'other', name: 'Provider other', url: '/auth/oidc/other/start' },
      ],
    });
    expect((await without().call('GET', '/api/session/providers')).body.providers).toEqual([]);
  });

  test('the system configuration tells whether there is one', async () => {
    for (const [server, oidc] of [[signOn().server, true] as const, [without(), false] as const]) {
      const { body } = await server.call('GET', '/api/system/config', { token: server.admin });
      expect(body.features.oidc).toBe(oidc);
    }
  });
});
