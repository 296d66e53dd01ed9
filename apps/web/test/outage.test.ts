import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestServer } from '../../server/test/harness.ts';
import { ADMIN_PASSWORD, startTestServer } from '../../server/test/harness.ts';
import { hasBrowser, launchBrowser, openPage, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

const UNREACHABLE = 'The server can’t be reached. It is tried again and again; this goes by itself.';

// What the app does while the server does not answer, is updated, or answers nonsense. Such pages have errors, so none is counted.
describe.runIf(hasBrowser)(`outages and updates in the web app${whySkipped}`, () => {
  let server: TestServer;
  let browser: Browser;

  const open = async (path: string): Promise<Page> => {
    const { page } = await openPage(browser, server.url);
    await page.goto(server.url + path);
    await page.getByLabel('User name').fill('admin');
    await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  };
  const cutOff = (page: Page) => page.route('**/*', (route) => route.abort('connectionrefused'));
  const goTo = (page: Page, name: string) =>
    page.getByRole('navigation').getByRole('link', { name, exact: true }).click();

  beforeAll(async () => {
    await ensureBuilt();
    server = await startTestServer();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('an outage is told, goes by itself, and what had failed is then loaded', async () => {
    const page = await open('/tokens');
    await goTo(page, 'Audit log');
    await page.getByText('session.create').first().waitFor();
    await goTo(page, 'Service tokens');
    await page.getByRole('heading', { name: 'Service tokens', level: 1 }).waitFor();
    await cutOff(page);
    await page.getByLabel('Revoked and expired too').click();
    await page.getByText(UNREACHABLE).waitFor();
    await page.getByRole('alert').getByText('could not be loaded').waitFor();
    await page.unroute('**/*');
    await page.getByText(UNREACHABLE).waitFor({ state: 'detached', timeout: 20_000 });
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('a part of a screen that can’t be loaded in an outage comes as soon as the server is back', async () => {
    const page = await open('/administration/users');
    await cutOff(page);
    await goTo(page, 'Signing keys');
    await page.getByRole('alert').getByText('this screen could not be loaded').waitFor();
    await page.unroute('**/*');
    await page.getByRole('heading', { name: 'Signing keys', level: 1 }).waitFor({ timeout: 20_000 });
    await page.context().close();
  });

  test('a screen that can’t be loaded in an outage comes as soon as the server is back', async () => {
    const page = await open('/tokens');
    await cutOff(page);
    await goTo(page, 'Pipelines');
    await page.getByRole('alert').getByText('this screen could not be loaded').waitFor();
    // The frame stays, and with it all that is loaded already.
    await page.getByRole('navigation').getByRole('link', { name: 'Service tokens' }).waitFor();
    await page.unroute('**/*');
    await page.getByRole('heading', { name: 'Pipelines', level: 1 }).waitFor({ timeout: 20_000 });
    await page.context().close();
  });

  test('after an update the screen that is gone is loaded anew, at the address that was asked for', async () => {
    const page = await open('/tokens');
    let asked = 0;
    await page.route('**/assets/pipelines-page-*.js', (route) => {
      asked++;
      return asked > 1 ? route.continue() : route.fulfill({ status: 404, body: 'not here any more' });
    });
    await page.route(`${server.url}/`, async (route) => {
      const answer = await route.fetch();
      const body = (await answer.text()).replace(
        /src="\/assets\/index-[^"]+"/,
        'src="/assets/index-newer.js"',
      );
      await route.fulfill({ response: answer, body });
    });
    await goTo(page, 'Pipelines');
    await page.getByRole('heading', { name: 'Pipelines', level: 1 }).waitFor();
    expect(asked).toBe(2);
    expect(new URL(page.url()).pathname).toBe('/pipelines');
    await page.context().close();
  });

  test('somebody who comes back after an update is offered to reload, and nothing is taken from them', async () => {
    const page = await open('/tokens');
    await page.route(`${server.url}/`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" crossorigin src="/assets/index-newer.js"></script>',
      }),
    );
    // Ten minutes later.
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now.call(Date) + 11 * 60_000;
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await page.getByText('A newer version of CodeMetrics is installed.').waitFor();
    await page.unroute(`${server.url}/`);
    await page.getByRole('button', { name: 'Reload' }).click();
    await page.getByText('A newer version').waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Service tokens', level: 1 }).waitFor();
    await page.context().close();
  });

  test('a screen that fails leaves the frame standing, and can be tried again', async () => {
    const page = await open('/tokens');
    await page.route('**/trpc/system.config**', (route) =>
      route.fulfill({
        contentType: 'application/json',
        body: '{"result":{"data":{"workloads":"nonsense"}}}',
      }),
    );
    await page.goto(`${server.url}/start`);
    await page.getByRole('heading', { name: 'This screen could not be shown' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Overview' }).waitFor();
    await page.unroute('**/trpc/system.config**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Get started', level: 1 }).waitFor();
    await page.getByLabel('Name').waitFor();
    await page.context().close();
  });
});
