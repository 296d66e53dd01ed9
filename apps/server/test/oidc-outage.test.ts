import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBrowser } from './cookie-browser.ts';
import { openClient } from './database-client.ts';
import { startTestServer } from './harness.ts';
import type { TestServer } from './harness.ts';
import { startOddIssuer } from './odd-issuer.ts';
import type { OddIssuer } from './odd-issuer.ts';
import { clientOf, person, reachCallback, settingsOf, signInThrough } from './oidc-kit.ts';
import type { TestProvider } from './oidc-provider.ts';
import { startProvider } from './oidc-provider.ts';

let provider: TestProvider;
let liar: OddIssuer;
let server: TestServer;
let ahead = 0;

beforeAll(async () => {
  provider = await startProvider();
  liar = await startOddIssuer('codemetrics');
  await provider.close();
  const OIDC_PROVIDERS = JSON.stringify([
    settingsOf('late', provider.issuer),
    settingsOf('liar', liar.issuer),
  ]);
  // Starts although the provider does not.
  server = await startTestServer({ env: { OIDC_PROVIDERS }, now: () => new Date(Date.now() + ahead) });
  provider.serve([clientOf(server.url, 'late')]);
  provider.accounts.set('jo', person('jo', ['readers']));
});
afterAll(async () => {
  await server.stop();
  await provider.close();
  await liar.close();
});

const start = async (id = 'late') =>
  (await server.call('GET', `/auth/oidc/${id}/start?next=/tokens`)).headers;

test('a provider that is down is told of at once, and is used again as soon as it is up', async () => {
  const began = performance.now();
  const headers = await start();
  expect(performance.now() - began).toBeLessThan(2000);
  expect(headers.get('location')).toBe('/sign-in?error=provider-unavailable&next=%2Ftokens');
  expect(headers.get('set-cookie')).toBeNull();
  expect(server.logs.join('')).toMatch(/sign-in through late: fetch failed, ECONNREFUSED/);
  await provider.open();
  expect((await signInThrough(server, 'jo', { provider: 'late' })).error).toBeNull();
});

test('one that goes down while the person is there is told of when they come back', async () => {
  const browser = createBrowser();
  const callback = await reachCallback(browser, server, 'jo', { provider: 'late' });
  await provider.close();
  const visit = await browser.visit(callback);
  expect(new URL(visit.location!).searchParams.get('error')).toBe('provider-unavailable');
  await provider.open();
  expect((await signInThrough(server, 'jo', { provider: 'late' })).error).toBeNull();
});

test('what it says of itself is asked once an hour; if it is down then, the last answer stays in use', async () => {
  const asked = liar.described();
  for (let times = 0; times < 3; times++)
    expect((await start('liar')).get('location')).toContain(liar.issuer);
  expect(liar.described()).toBe(asked + 1);
  ahead = 3_700_000;
  await start('liar');
  expect(liar.described()).toBe(asked + 2);
  await provider.close();
  expect((await start()).get('location')).toContain(provider.issuer);
  await provider.open();
});

test('many who begin at once ask it once', async () => {
  ahead += 3_700_000;
  const asked = liar.described();
  await Promise.all(Array.from({ length: 20 }, () => start('liar')));
  expect(liar.described()).toBe(asked + 1);
});

test('a provider that says it is another is not used', async () => {
  const other = await startOddIssuer('codemetrics');
  other.metadata = { issuer: 'https://evil.example' };
  const OIDC_PROVIDERS = JSON.stringify([settingsOf('liar', other.issuer)]);
  const own = await startTestServer({ env: { OIDC_PROVIDERS } });
  const { headers } = await own.call('GET', '/auth/oidc/liar/start');
  await own.stop();
  await other.close();
  expect(headers.get('location')).toBe('/sign-in?error=provider-unavailable&next=%2F');
});

test('a database that does not answer is told of on the sign-in page, and nobody is signed in', async () => {
  const browser = createBrowser();
  const callback = await reachCallback(browser, server, 'jo', { provider: 'late' });
  const client = await openClient(server.databaseUrl);
  await client.query('begin');
  await client.query('lock table users in access exclusive mode');
  const visit = await browser.visit(callback);
  await client.query('rollback');
  await client.end();
  expect(visit.headers.get('location')).toBe('/sign-in?error=unavailable&next=%2F');
  expect(visit.headers.getSetCookie().join()).not.toContain('codemetrics_session');
  expect((await signInThrough(server, 'jo', { provider: 'late' })).error).toBeNull();
});
