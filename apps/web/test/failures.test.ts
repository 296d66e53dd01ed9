import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../server/test/harness.ts';
import { startTestServer } from '../../server/test/harness.ts';
import { hasBrowser, launchBrowser, openPage, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

/** As many failures as lock an account. */
const TRIES = 10;

// What the app says when something does not work; each test has a user of its own.
describe.runIf(hasBrowser)(`failures in the web app${whySkipped}`, () => {
  let server: TestServer;
  let browser: Browser;

  const passwordOf = (username: string): string => `a sentence for user number ${username.length}!`;

  const signIn = async (page: Page, username: string, password = passwordOf(username)): Promise<void> => {
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
  };

  const openAs = async (username: string, path: string): Promise<Page> => {
    await server.signIn({ username, role: 'viewer' });
    const { page } = await openPage(browser, server.url);
    await page.goto(server.url + path);
    await signIn(page, username);
    await page.waitForURL(server.url + path);
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

  test('a locked account is told how long to wait, and the focus stays at the password', async () => {
    const username = 'forgetful';
    await server.signIn({ username, role: 'viewer' });
    const wrong = { json: { username, password: 'not it' } };
    // At once, so that the growing delays of the answers overlap.
    await Promise.all(Array.from({ length: TRIES }, () => server.call('POST', '/api/session', wrong)));
    const { page } = await openPage(browser, server.url);
    await page.goto(`${server.url}/sign-in`);
    await signIn(page, username);
    const alert = page.getByRole('alert');
    await alert.getByText(/about 1[45] minutes/).waitFor();
    expect(await alert.getByText(/^1[45]:\d\d$/).count()).toBe(1);
    const field = page.getByLabel('Password', { exact: true });
    await expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('numbers that can’t be loaded come with a request id, and are there after trying again', async () => {
    await server.createWorkload('shop', { name: 'Shop' });
    const page = await openAs('reader', '/');
    const problem = { type: '/problems#internal', title: 'Internal error', status: 500, code: 'internal' };
    const detail = { detail: 'Tell your administrator.', instance: 'request-77' };
    await page.route('**/trpc/query.run**', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ ...problem, ...detail }),
      }),
    );
    await page.reload();
    const alert = page.getByRole('alert');
    await alert.getByText('request-77').waitFor();
    await page.unroute('**/trpc/query.run**');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('row', { name: /Shop/ }).waitFor();
    expect(await alert.count()).toBe(0);
    await page.context().close();
  });

  test('a password that is refused is explained at its field, which has the focus', async () => {
    const page = await openAs('careless', '/profile');
    const [current, next, again] = ['Current password', 'New password', 'New password again'].map((label) =>
      page.getByLabel(label, { exact: true }),
    );
    const submit = page.getByRole('button', { name: 'Change password' });
    const hasFocus = (field = current!) => field.evaluate((one) => one === document.activeElement);
    await submit.click();
    await page.getByText('Enter your current password').waitFor();
    await expect.poll(() => hasFocus()).toBe(true);
    await current!.fill('not my password');
    await next!.fill('a long enough sentence');
    await again!.fill('a long enough sentence');
    await submit.click();
    await page.getByText('This is not your current password').waitFor();
    await expect.poll(() => hasFocus()).toBe(true);
    await current!.fill(passwordOf('careless'));
    await next!.fill('short');
    await again!.fill('short');
    await submit.click();
    await expect.poll(() => hasFocus(next)).toBe(true);
    expect(await next!.getAttribute('aria-invalid')).toBe('true');
    await page.context().close();
  });

  test('a session that ends meanwhile leads to the sign-in, and from there back', async () => {
    const page = await openAs('sleeper', '/tokens');
    await page.getByText('No service tokens yet').waitFor();
    await page.context().clearCookies();
    await page.getByLabel('Revoked and expired too').click();
    await page.getByText('Your session has ended').waitFor();
    await signIn(page, 'sleeper');
    await page.getByRole('heading', { name: 'Service tokens', level: 1 }).waitFor();
    await page.context().close();
  });
});
