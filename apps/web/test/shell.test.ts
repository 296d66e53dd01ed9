import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ADMIN_PASSWORD } from '../../server/test/harness.ts';
import { describeScreens, expectAccessible, expectToFit, keepPicture, LOOKS } from './screen.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const field = (page: Page) => page.getByRole('combobox', { name: /^Search screens/ });

const openPalette = async (page: Page, key = 'Control+k'): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press(key);
  await field(page).waitFor();
  await expect.poll(() => field(page).evaluate((one) => one === document.activeElement)).toBe(true);
};

/** What Enter would take, as the field tells it to a reader. */
const chosen = (page: Page): Promise<string | undefined> =>
  field(page).evaluate(
    (one) =>
      document.getElementById(one.getAttribute('aria-activedescendant') ?? '')?.textContent ?? undefined,
  );

const headingHasFocus = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.tagName === 'H1');

describeScreens('the palette and the keys', (screens) => {
  test('leads to a screen by keyboard alone, and its title then has the focus', async () => {
    const page = await screens().open('/tokens');
    await openPalette(page);
    await page.keyboard.type('pipel');
    await expect.poll(() => chosen(page)).toBe('Pipelines');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pipelines*');
    await palette(page).waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: 'Pipelines', level: 1 }).waitFor();
    await expect.poll(() => headingHasFocus(page)).toBe(true);
    await page.context().close();
  });

  test('finds workloads, metrics and a run by its id', async () => {
    const { open, server } = screens();
    const page = await open('/profile');
    await openPalette(page, '/');
    await page.keyboard.type('shop check');
    await expect.poll(() => chosen(page)).toContain('Shop checkout');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/workloads/shop-checkout*');

    await openPalette(page);
    await page.keyboard.type('branch coverage');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/explorer\?.*metrics=branch-coverage/);

    const { body } = await server.call('GET', '/api/pipeline/runs?limit=1', { token: server.admin });
    const runId = body.runs[0].runId as string;
    await openPalette(page);
    await page.keyboard.insertText(` ${runId.toUpperCase()} `);
    await expect.poll(() => chosen(page)).toContain('Open this pipeline run');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/pipelines/runs/${runId}*`);
    await page.context().close();
  });

  test('goes round at both ends of the list, and says where nothing is found', async () => {
    const page = await screens().open('/profile');
    await openPalette(page);
    await expect.poll(() => chosen(page)).toBe('Overview');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => chosen(page)).toBe('Sign out');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => chosen(page)).toBe('Overview');
    await page.keyboard.type('no such thing <b>');
    await palette(page).getByText('Nothing fits.').waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await palette(page).count()).toBe(1);
    await page.context().close();
  });

  test('closed by Escape, it gives the focus back to where it came from', async () => {
    const page = await screens().open('/tokens');
    const button = page.getByRole('button', { name: 'Search', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await field(page).waitFor();
    await page.keyboard.press('Escape');
    await palette(page).waitFor({ state: 'detached' });
    await expect.poll(() => button.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.context().close();
  });

  test('makes a token, changes the colours and copies who somebody is, without a secret', async () => {
    const page = await screens().open('/code');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openPalette(page);
    await page.keyboard.type('dark col');
    await page.keyboard.press('Enter');
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor({ state: 'attached' });

    await openPalette(page);
    await page.keyboard.type('session info');
    await page.keyboard.press('Enter');
    await page.getByText('Copied, without any secret').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('User: admin, admin');
    expect(copied).not.toContain('eyJ');

    await openPalette(page);
    await page.keyboard.type('create tok');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Create a service token' });
    await dialog.getByLabel('Subject').fill('by the palette');
    await dialog.getByRole('button', { name: 'Create token' }).click();
    await dialog.page().getByText('it is shown this once').waitFor();
    // What is shown only once must not be left by a key that somebody pressed out of habit.
    await page.keyboard.press('Control+k');
    await page.keyboard.press('?');
    expect(await field(page).count()).toBe(0);
    await page.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('offers nothing that the person may not use', async () => {
    const { open, server } = screens();
    const viewer = await server.signIn({ username: 'reader', role: 'viewer' });
    const page = await open('/profile', {}, viewer.token);
    await openPalette(page);
    await page.keyboard.type('signing keys');
    await palette(page).getByText('Nothing fits.').waitFor();
    await field(page).fill('users');
    expect(
      await palette(page)
        .getByRole('option', { name: /^Users/ })
        .count(),
    ).toBe(0);
    await page.context().close();
  });

  test('single keys do nothing where text is typed, nor once they are switched off', async () => {
    const page = await screens().open('/administration/users');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.getByLabel('Single keys').click();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.waitForTimeout(300);
    expect(await field(page).count()).toBe(0);
    await openPalette(page);
    await page.keyboard.type('/?');
    expect(await field(page).inputValue()).toBe('/?');
    await page.context().close();
  });

  test('the first Tab offers to skip to the content, and does', async () => {
    const page = await screens().open('/tokens');
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.context().close();
  });

  test('the title has the focus after a step by the navigation', async () => {
    const page = await screens().open('/tokens');
    await page.getByRole('link', { name: 'Get started' }).click();
    await page.getByRole('heading', { name: 'Get started', level: 1 }).waitFor();
    await expect.poll(() => headingHasFocus(page)).toBe(true);
    await page.context().close();
  });

  test.each([320, 360, 768, 1280])('the header has room at %i pixels', async (width) => {
    const page = await screens().open('/profile', { width });
    await page.getByRole('heading', { level: 1 }).waitFor();
    for (const name of [/^Search$/, /^Notices/, /^Your menu/]) {
      const box = await page.getByRole('button', { name }).filter({ visible: true }).boundingBox();
      expect(box!.x).toBeGreaterThanOrEqual(0);
      expect(box!.x + box!.width).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });

  test('nothing moves for who wants no motion', async () => {
    const page = await screens().open('/profile');
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await openPalette(page);
    const moving = await page.evaluate(
      () => document.getAnimations().filter((one) => one.playState === 'running').length,
    );
    expect(moving).toBe(0);
    await page.context().close();
  });

  test.each(LOOKS)(
    'the palette and the help are accessible and fit: $name',
    async ({ name, width, dark }) => {
      const page = await screens().open('/profile', { width, dark });
      await openPalette(page);
      await page.keyboard.type('co');
      await palette(page).getByRole('option').first().waitFor();
      await keepPicture(page, `palette-${name}`);
      await expectToFit(page);
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await palette(page).waitFor({ state: 'detached' });
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).getByText('This help').waitFor();
      await page.waitForTimeout(300);
      await keepPicture(page, `keyboard-help-${name}`);
      await expectToFit(page);
      await expectAccessible(page);
      await page.context().close();
    },
  );

  test('a session that is ended meanwhile leads, after signing in, back to the same place', async () => {
    const { open, server } = screens();
    const { token } = await server.signIn({ username: 'worker', role: 'editor' });
    const page = await open('/start?workload=shop-checkout&with=gitlab', {}, token);
    await page.getByLabel('the job of a pipeline', { exact: true }).waitFor();
    expect((await server.call('DELETE', '/api/session', { token })).status).toBe(204);
    // The screen itself looks for new data, and so learns it.
    await page.getByText('Your session has ended').waitFor();
    await page.getByLabel('User name').fill('worker');
    await page.getByLabel('Password', { exact: true }).fill('a sentence for user number 6!');
    await page.keyboard.press('Enter');
    await page.getByLabel('the job of a pipeline', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?workload=shop-checkout&with=gitlab');
    await page.context().close();
  });
});

describeScreens(
  'a session that runs out',
  (screens) => {
    test('is told when it does, without a press of anything', async () => {
      const page = await screens().openAsStranger('/code?range=30d');
      await page.getByLabel('User name').fill('admin');
      await page.getByLabel('Password', { exact: true }).fill(ADMIN_PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Code', level: 1 }).waitFor();
      await page.getByText('Your session has ended').waitFor({ timeout: 15_000 });
      expect(new URL(page.url()).searchParams.get('next')).toBe('/code?range=30d');
      await page.context().close();
    });
  },
  { isEmpty: true, env: { SESSION_TTL: '6' } },
);
