import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createBrowser } from './cookie-browser.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';
import type { Asked, OddIssuer, TokenAnswer } from './odd-issuer.ts';
import { anotherKey, startOddIssuer } from './odd-issuer.ts';
import { auditOf, SECRET, SESSION_COOKIE, settingsOf } from './oidc-kit.ts';

let odd: OddIssuer;
let server: TestServer;
let good: TokenAnswer;

beforeAll(async () => {
  odd = await startOddIssuer('codemetrics');
  good = odd.answer;
  const OIDC_PROVIDERS = JSON.stringify([settingsOf('odd', odd.issuer)]);
  server = await startTestServer({ env: { OIDC_PROVIDERS } });
});
afterAll(async () => {
  await server.stop();
  await odd.close();
});
beforeEach(() => {
  odd.answer = good;
  odd.userInfo = undefined;
});

const signIn = async () => {
  const browser = createBrowser();
  const visit = await browser.follow(`${server.url}/auth/oidc/odd/start`, (location) =>
    /\/sign-in\?|\/$/.test(location),
  );
  const error = new URL(visit.location!).searchParams.get('error');
  return { error, token: browser.cookie(server.url, SESSION_COOKIE) };
};
const base64 = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = ({ claims }: Asked, alg: string, signature = ''): string =>
  `${base64({ alg, kid: 'the-key' })}.${base64(claims)}.${signature}`;
const byHmac = (asked: Asked): string => {
  const text = unsigned(asked, 'HS256').slice(0, -1);
  return `${text}.${createHmac('sha256', SECRET).update(text).digest('base64url')}`;
};
const seconds = (ahead: number): number => Math.floor(Date.now() / 1000) + ahead;

test('what is in order is accepted, so that the rest of this file refuses for its own reasons', async () => {
  const { error, token } = await signIn();
  expect(error).toBeNull();
  const { body } = await server.call('GET', '/api/session', { token: token! });
  expect(body.user).toMatchObject({ username: 'odd', role: 'admin' });
});

describe('an ID token is refused', () => {
  test.each<[string, (asked: Asked) => string | Promise<string> | undefined]>([
    ['with another nonce', ({ claims }) => odd.sign({ ...claims, nonce: 'n'.repeat(43) })],
    ['without a nonce', ({ claims: { nonce: _, ...claims } }) => odd.sign(claims)],
    ['for another audience', ({ claims }) => odd.sign({ ...claims, aud: 'another-client' })],
    [
      'for several, made for another',
      ({ claims }) => odd.sign({ ...claims, aud: ['codemetrics', 'b'], azp: 'b' }),
    ],
    ['of another issuer', ({ claims }) => odd.sign({ ...claims, iss: 'https://evil.example' })],
    ['that has ended', ({ claims }) => odd.sign({ ...claims, exp: seconds(-120) })],
    ['that is not valid yet', ({ claims }) => odd.sign({ ...claims, nbf: seconds(600) })],
    ['without an end', ({ claims: { exp: _, ...claims } }) => odd.sign(claims)],
    ['without a subject', ({ claims: { sub: _, ...claims } }) => odd.sign(claims)],
    ['with an empty subject', ({ claims }) => odd.sign({ ...claims, sub: '' })],
    ['whose subject holds a NUL', ({ claims }) => odd.sign({ ...claims, sub: 'a\u0000b' })],
    ['signed by another key', async ({ claims }) => odd.sign(claims, { key: await anotherKey() })],
    ['by a key that is not known', ({ claims }) => odd.sign(claims, { header: { kid: 'other' } })],
    ['without a signature', (asked) => unsigned(asked, 'none')],
    ['with an empty signature', (asked) => unsigned(asked, 'RS256')],
    ['signed with the client’s secret', (asked) => byHmac(asked)],
    ['that is none', () => 'nonsense'],
    ['that is missing', () => undefined],
  ])('%s', async (_name, mint) => {
    odd.answer = async (asked) => odd.withToken(await mint(asked));
    expect(await signIn()).toEqual({ error: 'provider-failed', token: undefined });
    const [denied] = await auditOf(server, '&action=session.create');
    expect(denied).toMatchObject({ outcome: 'denied', actor: 'anonymous', details: { provider: 'odd' } });
  });

  test('where the user info is of somebody else, or can’t be had', async () => {
    odd.answer = async ({ claims: { groups: _, ...claims } }) => odd.withToken(await odd.sign(claims));
    expect((await signIn()).error).toBe('provider-unavailable');
    odd.userInfo = { sub: 'somebody-else', groups: ['admins'] };
    expect((await signIn()).error).toBe('provider-failed');
    odd.userInfo = { sub: 'odd-one', groups: ['admins'] };
    expect((await signIn()).error).toBeNull();
  });

  test('where the groups are too many to be told, and nothing is taken from the person for it', async () => {
    const { token } = await signIn();
    odd.answer = async ({ claims: { groups: _, ...claims } }) =>
      odd.withToken(await odd.sign({ ...claims, _claim_names: { groups: 'src1' } }));
    odd.userInfo = { sub: 'odd-one' };
    expect((await signIn()).error).toBe('provider-failed');
    const { body } = await server.call('GET', '/api/session', { token: token! });
    expect(body.roles).toEqual(['admin']);
  });
});

describe('a token endpoint that', () => {
  test.each<[string, number, string]>([
    ['refuses the client', 401, 'provider-failed'],
    ['refuses the code', 400, 'provider-failed'],
    ['fails', 500, 'provider-unavailable'],
    ['is not up', 503, 'provider-unavailable'],
  ])('%s with %d', async (_name, status, error) => {
    odd.answer = async () => ({ status, body: { error: 'invalid_client', error_description: 'free text' } });
    expect(await signIn()).toEqual({ error, token: undefined });
    const line = server.logs.findLast((one) => one.includes('a request failed'))!;
    expect(line).toContain('sign-in through odd: ');
    expect(line).not.toContain('free text');
  });

  test('answers with what is no token', async () => {
    for (const body of [null, [], 'x', {}, { access_token: 1 }]) {
      odd.answer = async () => ({ body });
      expect((await signIn()).error).toBe('provider-failed');
    }
  });

  test('never answers is given up after five seconds', async () => {
    odd.answer = () => Promise.resolve(undefined);
    const began = performance.now();
    expect((await signIn()).error).toBe('provider-unavailable');
    expect(performance.now() - began).toBeGreaterThan(4500);
    expect(performance.now() - began).toBeLessThan(8000);
  });
});

test('the log tells why, and holds no token, code or secret', async () => {
  odd.answer = async ({ claims }) => odd.withToken(await odd.sign({ ...claims, aud: 'another-client' }));
  await signIn();
  const text = server.logs.join('');
  expect(server.logs.findLast((one) => one.includes('a request failed'))).toMatch(
    /sign-in through odd: unexpected JWT claim value encountered, aud, OAUTH_JWT_CLAIM_COMPARISON_FAILED/,
  );
  expect(text).not.toMatch(/eyJ|code-\d|the-access-token-of-the-tests|free text|odd-one/);
  expect(text).not.toContain(SECRET);
});
