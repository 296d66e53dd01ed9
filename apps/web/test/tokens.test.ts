import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { openClient } from '../../server/test/database-client.ts';
import type { TestServer } from '../../server/test/harness.ts';
import { startTestServer } from '../../server/test/harness.ts';
import {
  describeScreens,
  keepPicture,
  LOOKS,
  expectAccessible,
  expectToFit,
  testEveryLook,
} from './screen.ts';

const run = promisify(execFile);
const DAY_MS = 86_400_000;
const HOSTILE = `<script>alert(1)</script> \u202Egnp.exe\u202C 👩‍👩‍👧 ${'W'.repeat(150)}`;

/** Really curl, as a person would run it: the status and the subject that it answers. */
const curl = async (url: string, token: string): Promise<{ status: string; sub: string | undefined }> => {
  const { stdout } = await run('curl', [
    '-sS',
    '-w',
    '\n%{http_code}',
    `${url}/api/session`,
    '-H',
    `Authorization: Bearer ${token}`,
  ]);
  const [body = '', status = ''] = stdout.split(/\n(?=\d+$)/);
  return { status, sub: (JSON.parse(body) as { sub?: string }).sub };
};

/** Tokens in every state, with uses of the last month. */
const plant = async (server: TestServer): Promise<void> => {
  const ago = (days: number): string => new Date(Date.now() - days * DAY_MS).toISOString();
  const client = await openClient(server.databaseUrl);
  const sql = (text: string, ...values: unknown[]) => client.query(text, values);
  const used = await server.serviceToken({
    subject: 'planted-deployer',
    description: 'Tells of each deployment',
    scopes: ['data:read', 'data:write'],
  });
  for (let day = 0; day < 26; day++)
    if (day % 7 < 5)
      for (const [operation, calls, failures] of [
        ['sendDeployments', 40 - day, day % 4],
        ['getSession', 12, 0],
        ['listPipelineRuns', 7 + (day % 3), 0],
      ] as const)
        await sql(
          'insert into service_token_usage values ($1, $2, $3, $4, $5)',
          used.tokenId,
          ago(day).slice(0, 10),
          operation,
          calls,
          failures,
        );
  await sql(
    `update service_tokens set created_at = $2, last_used_at = $3, last_used_from = '203.0.113.7',
      last_user_agent = 'deployer/2.1', use_count = 940, failure_count = 28 where token_id = $1`,
    used.tokenId,
    ago(200),
    ago(0.1),
  );
  await sql(`insert into service_token_networks values ($1, '203.0.113.0/24', $2)`, used.tokenId, ago(180));
  const idle = await server.serviceToken({ subject: 'planted-idle', allowedCidrs: ['10.0.0.0/8'] });
  await sql('update service_tokens set created_at = $2 where token_id = $1', idle.tokenId, ago(140));
  await server
    .serviceToken({ subject: 'planted-ending', ttl: '5d', workloads: ['shop'] })
    .catch(() => server.serviceToken({ subject: 'planted-ending', ttl: '5d' }));
  await server.serviceToken({ subject: 'planted-next-month', ttl: '45d' });
  const revoked = await server.serviceToken({ subject: 'planted-revoked' });
  await server.call('DELETE', `/api/tokens/${revoked.tokenId}`, { token: server.admin });
  const { token } = await server.signIn({ username: 'somebody', role: 'editor' });
  await server.serviceToken({ subject: 'planted-of-somebody' }, token);
  await client.end();
};

/** The row or the card of a token. */
const rowOf = (page: Page, subject: string) => page.getByRole('row').filter({ hasText: subject });
const shownToken = async (page: Page, subject: string): Promise<string> => {
  const text = await page.getByRole('group', { name: `The token of ${subject}` }).innerText();
  return /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text)![0];
};

describeScreens('the service tokens', (screens) => {
  beforeAll(() => plant(screens().server));

  testEveryLook(screens, {
    name: 'tokens',
    path: '/tokens?ended=shown',
    stands: (page) =>
      page
        .getByRole('img', { name: /calls in 30 days/ })
        .first()
        .waitFor(),
  });

  testEveryLook(screens, {
    name: 'tokens calendar',
    path: '/tokens?view=calendar',
    stands: (page) =>
      page
        .getByRole('button', { name: /1 token ends/ })
        .first()
        .waitFor(),
  });

  describe('a token from its making to its end', () => {
    test('through the page and curl', async () => {
      const { server, open } = screens();
      const page = await open('/tokens');
      await page.getByRole('button', { name: 'Create token' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Subject').fill('story');
      await dialog.getByLabel('Allowed networks').fill('127.0.0.0/8');
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: 'Create token' }).click();
      const first = await shownToken(page, 'story');
      await dialog.getByRole('tab', { name: 'GitHub Actions' }).click();
      await dialog.getByText('${{ secrets.CODEMETRICS_TOKEN }}').waitFor();
      await dialog.getByRole('button', { name: 'I have stored it' }).click();

      // What was used is written at the end of a server; so it is another one on the same database that curl calls.
      const replica = await startTestServer({
        env: { DATABASE_URL: server.databaseUrl, TOKEN_SECRET: inject('demoSecret') },
      });
      expect(await curl(replica.url, first)).toEqual({ status: '200', sub: 'story' });
      await replica.stop();
      await page.reload();
      const row = rowOf(page, 'story');
      await row.getByText('1 call', { exact: true }).waitFor();
      await row.getByText('from 127.0.0.1').waitFor();

      await page.getByRole('button', { name: 'Rotate story' }).click();
      await dialog.getByLabel('How long the old token stays good').selectOption('Another time …');
      await dialog.getByLabel('Time', { exact: true }).fill('8s');
      await dialog.getByRole('button', { name: 'Rotate token' }).click();
      const second = await shownToken(page, 'story');
      const graceEnds = Date.now() + 8000;
      expect((await curl(server.url, first)).status).toBe('200');
      expect((await curl(server.url, second)).status).toBe('200');
      await dialog.getByText('Old token', { exact: true }).waitFor();
      await dialog.getByText('New token', { exact: true }).waitFor();
      await dialog.getByRole('button', { name: 'I have stored it' }).click();
      await page.waitForTimeout(Math.max(0, graceEnds - Date.now()) + 300);
      expect((await curl(server.url, first)).status).toBe('401');
      expect((await curl(server.url, second)).status).toBe('200');

      await page.reload();
      await page.getByRole('button', { name: 'Revoke story' }).click();
      await dialog.getByRole('button', { name: 'Revoke token' }).click();
      await page.getByRole('button', { name: 'Revoke story' }).waitFor({ state: 'detached' });
      expect((await curl(server.url, second)).status).toBe('401');
      await page.context().close();
    });

    test('until an exact date, from where it is refused elsewhere', async () => {
      const { server, open } = screens();
      const page = await open('/tokens');
      await page.getByRole('button', { name: 'Create token' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Subject').fill('dated');
      await dialog.getByLabel('Lifetime').selectOption('Until a date …');
      await dialog.getByRole('button', { name: 'Create token' }).click();
      await dialog.getByText('Choose a date').waitFor();
      const day = new Date(Date.now() + 40 * DAY_MS).toISOString().slice(0, 10);
      await dialog.getByLabel('Last day').fill(day);
      await dialog.getByLabel('Allowed networks').fill('300.1.1.1');
      await dialog.getByRole('button', { name: 'Create token' }).click();
      await dialog.getByText(/not a network/).waitFor();
      await dialog.getByLabel('Allowed networks').focus();
      await page.keyboard.press('Backspace');
      await page.keyboard.type('192.0.2.0/24,');
      await dialog.getByRole('button', { name: 'Create token' }).click();
      const token = await shownToken(page, 'dated');
      expect((await curl(server.url, token)).status).toBe('403');
      const { body } = await server.call('GET', '/api/tokens', { token: server.admin });
      const made = (body as { sub: string; expires: string; allowedCidrs: string[] }[]).find(
        ({ sub }) => sub === 'dated',
      )!;
      expect(made.allowedCidrs).toEqual(['192.0.2.0/24']);
      const { date, hours } = await page.evaluate((expires) => {
        const at = new Date(expires);
        return { date: at.getDate(), hours: at.getHours() };
      }, made.expires);
      expect({ date, hours }).toEqual({ date: Number(day.slice(8)), hours: 23 });
      await page.context().close();
    });
  });

  test('filters and sorting stand in the address, and outlive a reload', async () => {
    const page = await screens().open('/tokens');
    await rowOf(page, 'planted-deployer').waitFor();
    await page.getByText(/Unused for 90 days/).click();
    await rowOf(page, 'planted-idle').waitFor();
    expect(await rowOf(page, 'planted-deployer').count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('unused')).toBe('90');
    await page.reload();
    await rowOf(page, 'planted-idle').waitFor();
    expect(await page.getByLabel(/Unused for 90 days/).isChecked()).toBe(true);
    await page.getByText(/Unused for 90 days/).click();
    await page.getByText(/Ends within 30 days/).click();
    await rowOf(page, 'planted-ending')
      .getByText(/Ends in 4 days/)
      .waitFor();
    expect(await rowOf(page, 'planted-next-month').count()).toBe(0);
    await page.getByText(/Ends within 30 days/).click();
    await page.getByText('Mine', { exact: true }).click();
    await rowOf(page, 'planted-of-somebody').waitFor({ state: 'detached' });
    await page.getByText('Everyone’s').click();
    await page.getByLabel('Search tokens').fill('SOMEBODY');
    await rowOf(page, 'planted-deployer').waitFor({ state: 'detached' });
    await rowOf(page, 'planted-of-somebody').waitFor();
    await page.getByLabel('Search tokens').fill('planted-revoked');
    await page.getByText('No token fits').waitFor();
    await page.getByRole('switch', { name: 'Revoked and expired too' }).check();
    await rowOf(page, 'planted-revoked').getByText('Revoked', { exact: true }).waitFor();
    await page.goto(`${screens().server.url}/tokens?search=planted&sort=expires`);
    await rowOf(page, 'planted-ending').waitFor();
    expect(await page.getByRole('row').nth(1).innerText()).toContain('planted-ending');
    await page.getByRole('button', { name: /^Expires/ }).click();
    await expect
      .poll(() => page.getByRole('row').last().innerText(), { timeout: 10_000 })
      .toContain('planted-ending');
    expect(new URL(page.url()).searchParams.get('sort')).toBe('-expires');
    await page.context().close();
  });

  test('an editor sees their own tokens alone, and no choice of whose', async () => {
    const { server, open } = screens();
    const json = { username: 'somebody', password: 'a sentence for user number 8!' };
    const session = (await server.call('POST', '/api/session', { json })).body.sessionToken as string;
    const page = await open('/tokens', {}, session);
    await rowOf(page, 'planted-of-somebody').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);
    expect(await page.getByText('Everyone’s').count()).toBe(0);
    await page.context().close();
  });

  test('the dialog that revokes tells the last use, its program, and what was called', async () => {
    const page = await screens().open('/tokens?search=deployer');
    await page.getByRole('button', { name: 'Revoke planted-deployer' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It is in use').waitFor();
    for (const text of ['203.0.113.7', 'deployer/2.1', /sendDeployments \(\d/, /2 hours ago/])
      await dialog.getByText(text).first().waitFor();
    await dialog.getByRole('img', { name: /calls in 30 days, at most/ }).waitFor();
    await keepPicture(page, 'tokens-revoke');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Revoke planted-deployer' }).waitFor();
    await page.context().close();
  });

  test.each([LOOKS[0], LOOKS[3]])(
    'the details of a token tell how it is used: $name',
    async ({ name, width, dark }) => {
      const page = await screens().open('/tokens', { width, dark });
      await page.getByRole('link', { name: 'planted-deployer' }).click();
      const drawer = page.getByRole('dialog');
      await drawer.getByText('203.0.113.0/24').waitFor();
      await drawer.getByRole('row', { name: /sendDeployments/ }).waitFor();
      await drawer.locator('canvas').first().waitFor();
      expect(new URL(page.url()).searchParams.get('token')).toMatch(/^[0-9a-f-]{36}$/);
      await page.waitForTimeout(300);
      await keepPicture(page, `tokens-details-${name}`);
      await expectToFit(page);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
      expect(new URL(page.url()).searchParams.has('token')).toBe(false);
      await page.context().close();
    },
  );

  test('the calendar goes by keyboard, and has a list behind it', async () => {
    const page = await screens().open('/tokens?view=calendar&search=planted');
    const day = page.getByRole('button', { name: /1 token ends/ }).first();
    await day.focus();
    await page.keyboard.press('ArrowRight');
    const next = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(next).toMatch(/no token ends/);
    await page.keyboard.press('Enter');
    await page.getByText('No token ends on this day.').waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /planted-ending/ }).waitFor();
    await page.getByRole('button', { name: 'Show as a list' }).press('Enter');
    const table = page.getByRole('table', { name: 'When tokens end' });
    await table.getByText('planted-next-month').waitFor();
    await table.getByRole('link', { name: 'planted-next-month' }).press('Enter');
    await page.getByRole('dialog').getByText('Token id').waitFor();
    await page.context().close();
  });

  describe('a hostile subject', () => {
    beforeAll(async () => {
      await screens().server.serviceToken({ subject: HOSTILE, description: HOSTILE });
    });

    test.each(LOOKS)('is inert and unbroken: $name', async ({ name, width, dark }) => {
      const page = await screens().open('/tokens?search=gnp', { width, dark });
      await page.getByRole('link', { name: /<script>alert/ }).waitFor();
      await keepPicture(page, `tokens-hostile-${name}`);
      await expectToFit(page);
      await expectAccessible(page);
      for (const action of width === 360 ? ['Rotate', 'Revoke'] : []) {
        await page.getByRole('button', { name: `${action} <script>` }).click();
        await page.getByRole('dialog').getByText('<script>alert(1)').first().waitFor();
        await expectToFit(page);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
      await page.getByRole('link', { name: /<script>alert/ }).click();
      await page.getByRole('dialog').getByText('Token id').waitFor();
      await page.waitForTimeout(300);
      await keepPicture(page, `tokens-hostile-details-${name}`);
      await expectToFit(page);
      await page.context().close();
    });
  });
});
