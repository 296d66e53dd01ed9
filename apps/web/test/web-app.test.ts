import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import type { TestServer } from '../../server/test/harness.ts';
import { ADMIN_PASSWORD, startTestServer } from '../../server/test/harness.ts';
import type { PageTroubles } from './browser.ts';
import { hasBrowser, launchBrowser, openPage, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

// Skipped where no browser is to be had; CHROMIUM_PATH names one.
describe.runIf(hasBrowser)(`the web app${whySkipped}`, () => {
  let server: TestServer;
  let browser: Browser;
  const seen: PageTroubles[] = [];

  const open = async (options: Parameters<typeof openPage>[2] = {}) => {
    const { page, troubles } = await openPage(browser, server.url, options);
    seen.push(troubles);
    return page;
  };

  const signedIn = async (options: Parameters<typeof openPage>[2] = {}) => {
    const page = await open(options);
    await page.goto(`${server.url}/`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    return page;
  };

  beforeAll(async () => {
    await ensureBuilt();
    server = await startTestServer();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('tells a newcomer without a workload what to do', async () => {
    const page = await signedIn();
    await page.getByRole('link', { name: 'Get started' }).last().waitFor();
    await page.context().close();
  });

  test('refuses a wrong password with a word about it, by keyboard alone', async () => {
    const page = await open();
    await page.goto(`${server.url}/sign-in`);
    await page.getByLabel('User name').focus();
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page.keyboard.type('not the password');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.context().close();
  });

  test('shows the numbers of a workload, and keeps no token where a script could read it', async () => {
    await server.createWorkload('browser-team', { name: 'Browser team' });
    const finishedAt = new Date(Date.now() - 3 * 86_400_000).toISOString();
    const runs = (['success', 'success', 'success', 'failure'] as const).map((conclusion) =>
      aPipelineRun({
        workload: 'browser-team',
        conclusion,
        queuedAt: finishedAt,
        startedAt: finishedAt,
        finishedAt,
      }),
    );
    await server.call('POST', '/api/pipeline/runs', { token: server.admin, json: { runs } });
    const page = await signedIn();
    const row = page.getByRole('row', { name: /Browser team/ });
    await row.getByText('75%').waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie)).not.toContain(
      'eyJ',
    );
    await page.context().close();
  });

  test('makes a service token that works, and revokes it', async () => {
    const page = await signedIn();
    await page.getByRole('link', { name: 'Service tokens' }).click();
    await page.getByRole('button', { name: 'Create token' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Subject').fill('browser-made');
    await dialog.getByRole('button', { name: 'Create token' }).click();
    const text = await dialog.getByRole('group', { name: 'The token of browser-made' }).innerText();
    const token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text)![0];
    expect((await server.call('GET', '/api/session', { token })).body.sub).toBe('browser-made');
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('button', { name: 'Revoke browser-made' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Revoke/ })
      .click();
    await page.getByRole('button', { name: 'Revoke browser-made' }).waitFor({ state: 'detached' });
    expect((await server.call('GET', '/api/session', { token })).status).toBe(401);
    await page.context().close();
  });

  test('changes the password and signs out', async () => {
    await server.signIn({ username: 'walker', role: 'viewer' });
    const page = await open();
    await page.goto(`${server.url}/profile`);
    await page.getByLabel('User name').fill('walker');
    await page.getByLabel('Password', { exact: true }).fill('a sentence for user number 6!');
    await page.keyboard.press('Enter');
    await page.getByLabel('Current password').fill('a sentence for user number 6!');
    await page.getByLabel('New password', { exact: true }).fill('another long sentence 7');
    await page.getByLabel('New password again').fill('another long sentence 7');
    await page.getByRole('button', { name: 'Change password' }).click();
    const signIn = () =>
      server.call('POST', '/api/session', {
        json: { username: 'walker', password: 'another long sentence 7' },
      });
    await expect.poll(async () => (await signIn()).status).toBe(200);
    await page.getByRole('button', { name: /walker/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('User name').waitFor();
    await page.context().close();
  });

  test.each(['/', '/tokens', '/profile'])('fits a phone in the dark: %s', async (path) => {
    const page = await signedIn({ width: 360, dark: true });
    await page.goto(`${server.url}${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { wide, screen } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      screen: innerWidth,
    }));
    expect(wide).toBeLessThanOrEqual(screen);
    await page.context().close();
  });

  test('the API documents open, and load nothing from elsewhere', async () => {
    const page = await open();
    await page.goto(`${server.url}/docs`);
    await page.getByText('Service tokens').first().waitFor();
    await page.context().close();
  });

  test('nowhere was there an error, a breach of the content policy or a request to elsewhere', () => {
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.flatMap((one) => one.messages)).toEqual([]);
  });
});
