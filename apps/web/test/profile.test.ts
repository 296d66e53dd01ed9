import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeScreens, expectAccessible, expectToFit, keepPicture, testEveryLook } from './screen.ts';

const run = promisify(execFile);
const MINUTE_MS = 60_000;

/** The session token as the page shows it. */
const shownToken = async (page: Page): Promise<string> => {
  const text = await page.getByLabel('your session token', { exact: true }).innerText();
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.exec(text.trim())![0];
};

const storedText = (page: Page): Promise<string> =>
  page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie);

describeScreens(
  'the profile',
  (screens) => {
    /** A user of this name, and so many sessions of theirs. */
    const sessionsOf = async (username: string, count: number): Promise<string[]> => {
      const { server } = screens();
      const { token } = await server.signIn({ username, role: 'editor' });
      const json = { username, password: `a sentence for user number ${username.length}!` };
      const more = await Promise.all(
        Array.from({ length: count - 1 }, () =>
          server.call('POST', '/api/session', {
            json,
            headers: {
              'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
            },
          }),
        ),
      );
      return [token, ...more.map(({ body }) => (body as { sessionToken: string }).sessionToken)];
    };

    testEveryLook(screens, {
      name: 'profile',
      path: '/profile',
      stands: (page) => page.getByText('This session', { exact: true }).waitFor(),
    });

    test('shows the session’s token at a press alone: it works with curl, is copied, is stored nowhere', async () => {
      const { server, open } = screens();
      const [session] = await sessionsOf('scripter', 1);
      const page = await open('/profile', {}, session);
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      const show = page.getByRole('button', { name: 'Show this session’s token' });
      await show.waitFor();
      expect(await page.content()).not.toContain('eyJ');
      await show.click();
      const token = await shownToken(page);
      await expectAccessible(page);
      await keepPicture(page, 'profile-token');
      await page.getByRole('button', { name: 'Copy your session token' }).click();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token);
      const { stdout } = await run('curl', [
        '-sS',
        `${server.url}/api/session`,
        '-H',
        `Authorization: Bearer ${token}`,
      ]);
      expect(JSON.parse(stdout)).toMatchObject({ kind: 'session', sub: 'scripter' });
      expect(await storedText(page)).not.toContain('eyJ');
      const { body } = await server.call('GET', '/api/audit?action=session.showToken', {
        token: server.admin,
      });
      expect(body.entries).toHaveLength(1);
      await page.getByRole('button', { name: 'Hide it' }).click();
      await show.waitFor();
      expect(await page.content()).not.toContain('eyJ');
      await page.context().close();
    });

    test('the token is hidden again by itself, and gone when the page is left', async () => {
      const [session] = await sessionsOf('forgetful', 1);
      const page = await screens().open('/profile', {}, session);
      const show = page.getByRole('button', { name: 'Show this session’s token' });
      await show.waitFor();
      await page.clock.install();
      await show.click();
      await shownToken(page);
      await page.clock.runFor(MINUTE_MS + 2000);
      await show.waitFor();
      expect(await page.content()).not.toContain('eyJ');
      await show.click();
      await shownToken(page);
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }).click();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await page.goBack();
      await show.waitFor();
      expect(await page.content()).not.toContain('eyJ');
      await page.context().close();
    });

    test('signing out everywhere ends another signed-in page and this one', async () => {
      const { server, open } = screens();
      const [first, second] = await sessionsOf('everywhere', 2);
      const other = await open('/tokens', {}, second);
      await other.getByRole('heading', { level: 1, name: 'Service tokens' }).waitFor();
      const page = await open('/profile', {}, first);
      await page.getByText('Firefox on Linux').waitFor();
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      const dialog = page.getByRole('dialog');
      await expectToFit(page);
      await dialog.getByRole('button', { name: 'Sign out everywhere' }).click();
      await page.getByLabel('User name').waitFor();
      for (const token of [first!, second!])
        expect((await server.call('GET', '/api/session', { token })).status).toBe(401);
      await other.getByRole('link', { name: 'Explorer' }).click();
      await other.getByText('Your session has ended').waitFor();
      expect(new URL(other.url()).searchParams.get('next')).toMatch(/^\/(tokens|explorer)/);
      await page.context().close();
      await other.context().close();
    });

    test('all others are ended and this one stays; or one alone', async () => {
      const { server, open } = screens();
      const [first, second, third] = await sessionsOf('picky', 3);
      const page = await open('/profile', {}, first);
      const sessions = page.getByRole('list', { name: 'Your sessions' }).getByRole('listitem');
      await expect.poll(() => sessions.count(), { timeout: 10_000 }).toBe(3);
      await page
        .getByRole('button', { name: /^End the session/ })
        .first()
        .click();
      await expect.poll(() => sessions.count(), { timeout: 10_000 }).toBe(2);
      const statuses = async (): Promise<number[]> =>
        Promise.all(
          [first, second, third].map(
            async (token) => (await server.call('GET', '/api/session', { token })).status,
          ),
        );
      expect((await statuses()).filter((status) => status === 401)).toHaveLength(1);
      await page.getByRole('button', { name: 'Sign out everywhere' }).click();
      await page.getByLabel('Stay signed in here').check();
      await page.getByRole('button', { name: 'End all other sessions' }).click();
      await expect.poll(() => sessions.count(), { timeout: 10_000 }).toBe(1);
      await page.getByText('This session', { exact: true }).waitFor();
      expect(await statuses()).toEqual([200, 401, 401]);
      await page.context().close();
    });

    test('the theme stays after a reload', async () => {
      const page = await screens().open('/profile');
      const choose = (name: string) =>
        page.getByRole('radiogroup', { name: 'Colours' }).locator('label').filter({ hasText: name }).click();
      const scheme = () => page.evaluate(() => document.documentElement.dataset['mantineColorScheme']);
      await choose('Dark');
      expect(await scheme()).toBe('dark');
      await page.reload();
      await page.getByRole('radio', { name: 'Dark' }).waitFor({ state: 'attached' });
      expect(await scheme()).toBe('dark');
      expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
      await choose('System');
      expect(await scheme()).toBe('light');
      await page.emulateMedia({ colorScheme: 'dark' });
      await expect.poll(scheme, { timeout: 10_000 }).toBe('dark');
      await page.context().close();
    });
  },
  { isEmpty: true },
);
