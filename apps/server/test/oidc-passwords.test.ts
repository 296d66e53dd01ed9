import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import { createBrowser } from './cookie-browser.ts';
import type { TestServer } from './harness.ts';
import { ADMIN_PASSWORD, startTestServer } from './harness.ts';
import { clientOf, passProvider, person, SECRET, SESSION_COOKIE, settingsOf } from './oidc-kit.ts';
import type { TestProvider } from './oidc-provider.ts';
import { startProvider } from './oidc-provider.ts';
import type { SpawnedServer } from './spawned-server.ts';
import { spawnServer, startSpawned } from './spawned-server.ts';

const TOKEN_SECRET = 'the key that all servers of this file share';

/** One installation that never had passwords, and one that had them until now; both in processes of their own. */
let provider: TestProvider;
let databaseUrl: string;
let before: TestServer;
let fresh: SpawnedServer;
let changed: SpawnedServer;
let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codemetrics-oidc-'));
  provider = await startProvider();
  before = await startTestServer({ env: { TOKEN_SECRET } });
  databaseUrl = (await createDatabase(inject('databaseServerUrl'), inject('templateDatabase'))).url;
  const { clientSecret: _, ...settings } = settingsOf('main', provider.issuer);
  await writeFile(join(directory, 'secret'), `${SECRET}\n`);
  const file = join(directory, 'providers.json');
  await writeFile(file, JSON.stringify([{ ...settings, clientSecretFile: join(directory, 'secret') }]));
  const start = (name: string, url: string) =>
    startSpawned({
      ...{ DATABASE_URL: url, DATA_DIR: join(directory, name), LOG_LEVEL: 'info', TOKEN_SECRET },
      ...{ OIDC_PROVIDERS_FILE: file, LOCAL_PASSWORDS: 'off', RATE_LIMIT: 'off' },
    });
  [fresh, changed] = [await start('fresh', databaseUrl), await start('changed', before.databaseUrl)];
  provider.serve([clientOf(fresh.url, 'main')]);
  provider.accounts.set('root', person('root', ['admins']));
});
afterAll(async () => {
  await Promise.all([fresh, changed].map((one) => one?.end('SIGTERM')));
  await before?.stop();
  await provider?.close();
  await dropDatabase(inject('databaseServerUrl'), new URL(databaseUrl).pathname.slice(1));
  await rm(directory, { recursive: true, force: true });
});

const call = async (server: SpawnedServer, method: string, path: string, json?: unknown, token?: string) => {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const body = (await response.json()) as { code?: string } & Record<string, unknown>;
  return { status: response.status, body };
};
const OFF = { status: 403, body: expect.objectContaining({ code: 'local-passwords-off' }) as unknown };
const password = 'a sentence for somebody else 1';

describe('where passwords are switched off', () => {
  let admin: string;

  test('no administrator is made at the start, and the first is whom the groups make one', async () => {
    expect(fresh.output()).not.toContain('Sign in as');
    const browser = createBrowser();
    const begun = await browser.visit(`${fresh.url}/auth/oidc/main/start`);
    await browser.visit(await passProvider(browser, begun.location!, 'root'));
    admin = browser.cookie(fresh.url, SESSION_COOKIE)!;
    const { body } = await call(fresh, 'GET', '/api/users', undefined, admin);
    expect(body['users']).toMatchObject([{ username: 'root', role: 'admin' }]);
  });

  test('403: no password is looked at, right or wrong, of a user that there is or is not', async () => {
    for (const [username, given] of [
      ['admin', ADMIN_PASSWORD],
      ['admin', 'wrong'],
      ['nobody', 'wrong'],
    ])
      expect(await call(changed, 'POST', '/api/session', { username, password: given })).toEqual(OFF);
    expect(await call(fresh, 'POST', '/api/session', { username: 'root', password: 'x' })).toEqual(OFF);
    // As often as one likes: nothing is counted, so nobody is locked out by it.
    for (let times = 0; times < 15; times++)
      expect((await call(changed, 'POST', '/api/session', { username: 'admin', password: 'x' })).status).toBe(
        403,
      );
  });

  test('403: no password is set, by oneself or by an administrator', async () => {
    const own = { currentPassword: ADMIN_PASSWORD, newPassword: password };
    expect(await call(changed, 'PUT', '/api/session/password', own, before.admin)).toEqual(OFF);
    expect(await call(fresh, 'POST', '/api/users', { username: 'jo', password }, admin)).toEqual(OFF);
    const users = (await call(fresh, 'GET', '/api/users', undefined, admin)).body['users'] as {
      userId: string;
    }[];
    const path = `/api/users/${users[0]!.userId}`;
    expect(await call(fresh, 'PATCH', path, { password }, admin)).toEqual(OFF);
    expect((await call(fresh, 'PATCH', path, { displayName: 'Root' }, admin)).status).toBe(200);
  });

  test('a session of before stays what it was, and the sign-in page is told', async () => {
    expect((await call(changed, 'GET', '/api/session', undefined, before.admin)).status).toBe(200);
    expect((await call(changed, 'GET', '/api/session/providers')).body['localPasswords']).toBe(false);
    expect((await before.call('GET', '/api/session/providers')).body).toEqual({
      localPasswords: true,
      providers: [],
    });
  });

  test('nothing of the secret was printed', () => {
    for (const server of [fresh, changed]) {
      expect(server.output()).toContain('/api/session');
      expect(server.output()).not.toContain(SECRET);
    }
  });
});

test.each([
  [{ LOCAL_PASSWORDS: 'off' }, /LOCAL_PASSWORDS: off takes a provider in OIDC_PROVIDERS/],
  [{ OIDC_PROVIDERS: '[{"id":"Main"}]' }, /OIDC_PROVIDERS: \[0\]\.id: must be 1 to 50/],
])('a server with %j does not start, and says why', async (env, words) => {
  const { exited, output } = spawnServer({ DATABASE_URL: databaseUrl, DATA_DIR: directory, ...env });
  expect(await exited).toBe(1);
  expect(output()).toMatch(words);
  expect(output()).not.toContain('at ');
});
