import { describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import { startTestServer, useServer } from './harness.ts';
import { settingsOf, useSignOn } from './oidc-kit.ts';

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
