import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeScreens, testEveryLook } from './screen.ts';

const run = promisify(execFile);

/** What a snippet of the page says, as its copy button would copy it. */
const snippet = async (page: Page, name: string): Promise<string> =>
  (await page.getByLabel(name, { exact: true }).first().textContent()) ?? '';

const step = (page: Page, number: number) =>
  page.getByRole('region', { name: new RegExp(`^Step ${number}: `) });

const isFocused = (page: Page, number: number): Promise<boolean> =>
  page.evaluate((id) => document.activeElement?.id === id, `step-${number}`);

describeScreens(
  'the first run on an empty server',
  (screens) => {
    test('leads from nothing to the first chart with one command in a terminal', async () => {
      const page = await screens().open('/start');
      await page.getByLabel('Name').fill('Shop & Checkout');
      expect(await page.getByLabel('Id').inputValue()).toBe('shop-checkout');
      await page.getByLabel('Repositories').fill("acme/shop-api\nacme/it's-web-*");
      await page.getByRole('button', { name: 'Make the workload' }).click();
      await step(page, 1).getByText('Shop & Checkout').waitFor();
      await expect.poll(() => isFocused(page, 2)).toBe(true);
      expect(new URL(page.url()).searchParams.get('workload')).toBe('shop-checkout');
      await page.getByText('Waiting for data').waitFor();

      await page.getByRole('button', { name: 'Make the token' }).click();
      await page.getByText('It is shown only while this page is open').waitFor();
      const token = await snippet(page, 'the token');
      const { body } = await screens().server.call('GET', '/api/session', { token });
      expect(body.scopes).toEqual(['data:read', 'data:write']);
      expect(body.workloads).toEqual(['shop-checkout']);

      const { stdout } = await run('bash', ['-c', await snippet(page, 'the command that sends a run')]);
      expect(JSON.parse(stdout)).toEqual({ received: 1, created: 1, updated: 0, unchanged: 0 });
      await page.getByText('just came in').first().waitFor();
      await page.getByRole('link', { name: 'hello', exact: true }).waitFor();
      await page.getByText('The first chart is there.').waitFor();
      await page
        .getByRole('img', { name: /by day/ })
        .locator('canvas')
        .waitFor();
      await page.getByRole('heading', { name: 'Step 4: Watch it arrive (done)' }).waitFor();

      await page.getByRole('link', { name: 'Open the workload' }).click();
      await page.waitForURL('**/workloads/shop-checkout');
      await page.context().close();
    });

    test('can be left and gone on with; the token is not shown again, and its way is', async () => {
      const page = await screens().open('/start?workload=shop-checkout&with=git');
      await step(page, 2).getByText('There is one already: get-started-shop-checkout').waitFor();
      for (const number of [1, 2, 3, 4])
        await page.getByRole('heading', { name: new RegExp(`^Step ${number}: .*\\(done\\)$`) }).waitFor();
      expect(await page.content()).not.toContain('eyJ');
      expect(await snippet(page, 'the command that sends the git history')).toContain(
        "--workload shop-checkout --repository 'acme/shop-api'",
      );
      await page.context().close();
    });

    test('coverage by curl becomes a figure of its own', async () => {
      const page = await screens().open('/start?workload=shop-checkout&with=coverage');
      await page.getByText('just came in').waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Make another' }).click();
      await page.getByText('It is shown only while this page is open').waitFor();
      const command = await snippet(page, 'the command that sends a coverage report');
      const script = `cd "$(mktemp -d)" && git init -q . && git -c user.name=a -c user.email=a@b.c commit -q --allow-empty -m first
        mkdir coverage && printf 'SF:a.ts\\nDA:1,1\\nDA:2,1\\nDA:3,1\\nDA:4,0\\nend_of_record\\n' > coverage/lcov.info
        ${command}; rm -rf "$PWD"`;
      const { stdout } = await run('bash', ['-c', script]);
      expect(JSON.parse(stdout)).toMatchObject({ created: 1, lines: { covered: 3, total: 4 } });
      await step(page, 4)
        .getByText(/Code coverage: 75%/)
        .waitFor();
      await page.context().close();
    });

    test('a webhook of GitHub is believed with the secret that is set here', async () => {
      const { open, server } = screens();
      const page = await open('/start?workload=shop-checkout&with=webhook');
      await page.getByRole('button', { name: 'Set a secret' }).click();
      const secret = await snippet(page, 'the secret of GitHub');
      const body = JSON.stringify({ zen: 'Keep it logically awesome.' });
      const address = new URL(await snippet(page, 'the address of the webhook'));
      const deliver = (signedWith: string) =>
        server.call('POST', address.pathname, {
          body,
          type: 'application/json',
          headers: {
            'x-github-event': 'ping',
            'x-github-delivery': 'first',
            'x-hub-signature-256': `sha256=${createHmac('sha256', signedWith).update(body).digest('hex')}`,
          },
        });
      expect((await deliver('another secret of the tests')).status).toBe(401);
      expect((await deliver(secret)).status).toBe(202);
      await page.context().close();
    });

    test('a hidden page asks for nothing, and goes on when it is seen again', async () => {
      const page = await screens().open('/start?workload=shop-checkout');
      await page.getByText('Looking for more every two seconds').waitFor();
      let calls = 0;
      page.on('request', (request) => {
        if (request.url().includes('/trpc/')) calls++;
      });
      await expect.poll(() => calls, { timeout: 10_000 }).toBeGreaterThan(1);
      const show = (state: string) =>
        page.evaluate((now) => {
          Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }, state);
      await show('hidden');
      await page.waitForTimeout(1000);
      calls = 0;
      await page.waitForTimeout(5000);
      expect(calls).toBe(0);
      await show('visible');
      await expect.poll(() => calls, { timeout: 10_000 }).toBeGreaterThan(1);
      await page.context().close();
    });

    test('an id that is taken, or none, is told at its field', async () => {
      const page = await screens().open('/start');
      await page.getByLabel('Name').fill('Shop & Checkout');
      expect(await page.getByLabel('Id').inputValue()).toBe('shop-checkout-2');
      await page.getByLabel('Id').fill('shop-checkout');
      await page.getByRole('button', { name: 'Make the workload' }).click();
      await page.getByText('It is taken').waitFor();
      await page.getByLabel('Id').fill('Not an id');
      await page.getByText('Lower-case letters, digits and dashes').waitFor();
      expect(await page.getByLabel('Id').evaluate((field) => field === document.activeElement)).toBe(true);
      await page.context().close();
    });

    test('who may not do a step is told whom to ask', async () => {
      const { open, server } = screens();
      const viewer = await server.signIn({ username: 'looker', role: 'viewer' });
      const page = await open('/start?workload=shop-checkout&with=webhook', {}, viewer.token);
      await step(page, 2).getByText('which your role (viewer) does not have').waitFor();
      await step(page, 3).getByText('sources:manage').waitFor();
      expect(await page.getByRole('button', { name: /Make|Set/ }).count()).toBe(0);
      await page.getByRole('button', { name: 'Choose another' }).click();
      await step(page, 1).getByLabel('Send data for').waitFor();
      expect(await page.getByLabel('Name').count()).toBe(0);
      await page.context().close();
      const limited = await server.signIn({ username: 'newcomer', role: 'editor', workloads: [] });
      const other = await open('/start', {}, limited.token);
      await other.getByText('You may only work with workloads that were given to you').waitFor();
      await other.context().close();
    });
  },
  { isEmpty: true },
);

describeScreens('the steps to the first chart', (screens) => {
  testEveryLook(screens, {
    name: 'start',
    path: '/start',
    stands: (page) => page.getByRole('button', { name: 'Make the workload' }).waitFor(),
  });

  testEveryLook(screens, {
    name: 'start with data',
    path: '/start?workload=shop-checkout&with=webhook',
    stands: async (page) => {
      await page.getByRole('button', { name: 'Set a secret' }).waitFor();
      await page
        .getByRole('img', { name: /by day/ })
        .locator('canvas')
        .waitFor();
    },
  });
});
