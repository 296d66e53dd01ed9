import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import type { TestServer } from '../../server/test/harness.ts';
import { ADMIN_PASSWORD, startTestServer } from '../../server/test/harness.ts';
import { clientOf, person, settingsOf } from '../../server/test/oidc-kit.ts';
import type { TestProvider } from '../../server/test/oidc-provider.ts';
import { startProvider } from '../../server/test/oidc-provider.ts';
import type { SpawnedServer } from '../../server/test/spawned-server.ts';
import { startSpawned } from '../../server/test/spawned-server.ts';
import { hasBrowser, launchBrowser, openPage, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

// A person at the screen, and a real provider with pages of its own.
describe.runIf(hasBrowser)(`signing in through a provider${whySkipped}`, () => {
  let provider: TestProvider;
  let server: TestServer;
  let passwordless: SpawnedServer;
  let database: { name: string; url: string };
  let directory: string;
  let browser: Browser;

  beforeAll(async () => {
    await ensureBuilt();
    provider = await startProvider();
    const settings = settingsOf('main', provider.issuer, { name: 'Acme SSO' });
    const other = { ...settings, clientId: 'passwordless' };
    server = await startTestServer({ env: { OIDC_PROVIDERS: JSON.stringify([settings]) } });
    database = await createDatabase(inject('databaseServerUrl'), inject('templateDatabase'));
    directory = await mkdtemp(join(tmpdir(), 'codemetrics-sign-on-'));
    passwordless = await startSpawned({
      ...{ DATABASE_URL: database.url, DATA_DIR: directory, RATE_LIMIT: 'off' },
      ...{ OIDC_PROVIDERS: JSON.stringify([other]), LOCAL_PASSWORDS: 'off' },
    });
    provider.serve([
      clientOf(server.url, 'main'),
      clientOf(passwordless.url, 'main', { id: 'passwordless' }),
    ]);
    provider.accounts.set('ada', person('ada', ['developers']));
    provider.accounts.set('eve', person('eve', []));
    provider.accounts.set('root', person('root', ['admins']));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await passwordless?.end('SIGTERM');
    await provider?.close();
    if (database) await dropDatabase(inject('databaseServerUrl'), database.name);
    if (directory) await rm(directory, { recursive: true, force: true });
  });

  const open = async (path: string, url = server.url) => {
    const opened = await openPage(browser, url);
    await opened.page.goto(url + path);
    return opened;
  };
  const goToProvider = (page: Page) => page.getByRole('link', { name: 'Sign in with Acme SSO' }).click();
  const passProvider = async (page: Page, login: string): Promise<void> => {
    await page.getByPlaceholder('Enter any login').fill(login);
    await page.getByPlaceholder('and password').fill('any');
    await page.getByRole('button', { name: 'Sign-in' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
  };

  test('a person who wanted a page comes back to it, and is signed in', async () => {
    const { page, troubles } = await open('/tokens');
    await goToProvider(page);
    await passProvider(page, 'ada');
    await page.getByRole('heading', { name: 'Service tokens', level: 1 }).waitFor();
    expect(page.url()).toBe(`${server.url}/tokens`);
    await page.getByRole('button', { name: /ada of the tests/ }).waitFor();
    expect(await page.evaluate(() => document.cookie)).toBe('');
    // What the provider's own pages miss is no matter of ours.
    expect(troubles.messages.filter((one) => one.includes(server.url) || /policy/i.test(one))).toEqual([]);
    await page.context().close();
  });

  test('the password form stands below, and still works', async () => {
    const { page } = await open('/');
    await page.getByText('or with a password').waitFor();
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.context().close();
  });

  test('who has no role is told so, and may try again', async () => {
    const { page } = await open('/tokens');
    await goToProvider(page);
    await passProvider(page, 'eve');
    await page.getByRole('alert').getByText('You have no access yet').waitFor();
    expect(page.url()).toBe(`${server.url}/sign-in?error=no-role&next=%2Ftokens`);
    const again = page.getByRole('link', { name: 'Sign in with Acme SSO' });
    expect(await again.getAttribute('href')).toBe('/auth/oidc/main/start?next=%2Ftokens');
    await page.context().close();
  });

  test('who cancels at the provider is told so', async () => {
    const { page } = await open('/');
    await goToProvider(page);
    await page.getByRole('link', { name: /cancel/i }).click();
    await page.getByRole('alert').getByText('You were not signed in').waitFor();
    await page.context().close();
  });

  test('a word in the address that is none of the server’s is not shown', async () => {
    for (const word of ['call-555', '__proto__', '<b>']) {
      const { page } = await open(`/sign-in?error=${encodeURIComponent(word)}`);
      const text = await page.getByRole('alert').innerText();
      expect(text).toContain('Signing in did not work');
      expect(text).not.toContain(word);
      await page.context().close();
    }
  });

  test('where passwords are off none is asked for, nor can one be changed', async () => {
    const { page } = await open('/profile', passwordless.url);
    await page.getByRole('link', { name: 'Sign in with Acme SSO' }).waitFor();
    expect(await page.getByLabel('User name').count()).toBe(0);
    expect(await page.getByText('password').count()).toBe(0);
    await goToProvider(page);
    await passProvider(page, 'root');
    await page.getByRole('heading', { name: 'Profile', level: 1 }).waitFor();
    await page.getByText('root of the tests').first().waitFor();
    await expect.poll(() => page.getByText('Change password').count()).toBe(0);
    await page.context().close();
  });
});
