import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { query } from '../../server/test/database-client.ts';
import type { TestServer } from '../../server/test/harness.ts';
import { ADMIN_PASSWORD, startTestServer } from '../../server/test/harness.ts';
import type { PageTroubles } from './browser.ts';
import { hasBrowser, launchBrowser, openPage, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

// Skipped where no browser is to be had; CHROMIUM_PATH names one.
describe.runIf(hasBrowser)(`the bell${whySkipped}`, () => {
  let server: TestServer;
  let browser: Browser;
  const seen: PageTroubles[] = [];

  const signedIn = async (options: Parameters<typeof openPage>[2] = {}): Promise<Page> => {
    const { page, troubles } = await openPage(browser, server.url, options);
    seen.push(troubles);
    await page.goto(`${server.url}/`);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    return page;
  };
  const bell = (page: Page) => page.getByRole('button', { name: /^Notices/ });

  /** A token of so many days ago that ends in so many. */
  const age = async (subject: string, days: { ago: number; left: number }): Promise<void> => {
    const { tokenId } = await server.serviceToken({ subject });
    await query(
      server.databaseUrl,
      `update service_tokens set created_at = now() - interval '${days.ago} days',
       expires_at = now() + interval '${days.left} days' where token_id = '${tokenId}'`,
    );
  };

  beforeAll(async () => {
    await ensureBuilt();
    server = await startTestServer({ noticeLookMs: 100 });
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('says what it is for where there is nothing to tell, and closes by Escape', async () => {
    const page = await signedIn();
    await bell(page).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Notices' });
    await panel.getByText('Nothing to tell').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await bell(page).evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('counts, tells and dismisses, by keyboard alone', async () => {
    await age('nightly', { ago: 50, left: 6.5 });
    await age('forgotten', { ago: 91, left: 300 });
    const count = async () =>
      (await server.call('GET', '/api/notices', { token: server.admin })).body.notices.length as number;
    await expect.poll(count).toBe(2);
    const page = await signedIn();
    await page.getByRole('button', { name: 'Notices, 2' }).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog');
    await panel.getByText('nightly ends in 6 days').waitFor();
    await panel.getByText('forgotten was made over 90 days ago and never used').waitFor();
    await panel.getByRole('button', { name: 'Dismiss: nightly ends in 6 days' }).focus();
    await page.keyboard.press('Enter');
    await panel.getByText('nightly').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Notices, 1' }).waitFor();
    expect(await panel.getByRole('heading').evaluate((heading) => heading === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter'); // the first thing in the list is the way to the token
    await page.getByRole('heading', { name: 'Service tokens' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/tokens');
    await panel.waitFor({ state: 'detached' });
    await page.context().close();
  });

  test.each([false, true])('fits a phone, dark: %s', async (dark) => {
    const page = await signedIn({ width: 360, dark });
    await bell(page).click();
    const panel = page.getByRole('dialog');
    await panel.getByText('forgotten').waitFor();
    const box = (await panel.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(360);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await page.context().close();
  });

  test('goes once the token is revoked', async () => {
    const page = await signedIn();
    await page.getByRole('button', { name: 'Notices, 1' }).waitFor();
    await page.getByRole('link', { name: 'Service tokens' }).click();
    await page.getByRole('button', { name: 'Revoke forgotten' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Revoke/ })
      .click();
    await page.getByRole('button', { name: 'Notices', exact: true }).waitFor();
    await page.context().close();
  });

  test('nowhere was there an error, a breach of the content policy or a request to elsewhere', () => {
    expect(seen.length).toBeGreaterThan(4);
    expect(seen.flatMap((one) => one.messages)).toEqual([]);
  });
});
