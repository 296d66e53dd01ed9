import { expect, test } from 'vitest';
import { act, asAdmin } from './administration-kit.ts';
import { describeScreens, expectAccessible, testEveryLook } from './screen.ts';

const STRONG = 'a sentence that nobody guesses 9';
const HOSTILE = `<script>alert(1)</script> \u202e${'W'.repeat(120)}`;

describeScreens('administration', (screens) => {
  for (const [name, path, label] of [
    ['users', '/administration/users', 'Users'],
    ['signing keys', '/administration/keys', 'Signing keys'],
    ['audit log', '/administration/audit', 'Audit log'],
    ['settings', '/administration/settings', 'Settings'],
  ] as const)
    testEveryLook(screens, {
      name: `administration ${name}`,
      path,
      stands: (page) =>
        page
          .getByRole('table', { name: label })
          .or(page.getByRole('list', { name: label }))
          .waitFor(),
    });

  test('a user who was created on the page can sign in, and once disabled is refused', async () => {
    const { server, open } = screens();
    const page = await open('/administration/users');
    await page.getByRole('button', { name: 'Create user' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Create user' }).click();
    await dialog.getByText('Give a name to sign in with').waitFor();
    await dialog.getByLabel('User name').fill('made-here');
    await dialog.getByLabel('Display name').fill(HOSTILE.replace('\u202e', ''));
    await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill('short');
    await dialog.getByRole('button', { name: 'Create user' }).click();
    await dialog.getByText(/at least/i).waitFor();
    await dialog.getByRole('textbox', { name: 'Password', exact: true }).fill(STRONG);
    await dialog.getByRole('radio', { name: /Editor/ }).check();
    await dialog.getByRole('button', { name: 'Create user' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('<script>alert(1)</script>').waitFor();
    const signIn = () =>
      server.call('POST', '/api/session', { json: { username: 'made-here', password: STRONG } });
    const { body } = await signIn();
    expect(body.user).toMatchObject({ username: 'made-here', role: 'editor' });
    await act(page, 'made-here', 'Disable …');
    await page.getByText('revives none').waitFor();
    await page.getByRole('button', { name: 'Disable user' }).click();
    await page
      .getByRole('row', { name: /made-here/ })
      .getByText('disabled')
      .waitFor();
    expect((await signIn()).status).toBe(401);
    const session = await server.call('GET', '/api/session', { token: body.sessionToken as string });
    expect(session.status).toBe(401);
    await act(page, 'made-here', 'Delete …');
    const remove = page.getByRole('button', { name: 'Delete user' });
    expect(await remove.isDisabled()).toBe(true);
    await page.getByLabel('Type made-here to confirm').fill('made-here');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /made-here/ }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('the last administrator can’t be made a viewer, and is told why', async () => {
    const page = await screens().open('/administration/users');
    await act(page, 'admin', 'Change …');
    await page.getByRole('radio', { name: /Viewer/ }).check();
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('This is the last administrator').waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  test('the audit log shows the change just made, its filter stands in the address, and it can be kept', async () => {
    const { server, open } = screens();
    await server.createWorkload('audited-here');
    const page = await open('/administration/audit');
    await page.getByLabel('Action').fill('workloads.create');
    await page.waitForURL(/action=workloads\.create/);
    await page.getByLabel('Target').fill('audited-here');
    await page.waitForURL(/target=audited-here/);
    await page.getByRole('button', { name: /^Details of entry/ }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^Details of entry/ }).count()).toBe(1);
    await page.reload();
    await page.getByRole('button', { name: /^Details of entry/ }).click();
    await page.getByRole('dialog').getByText('Previous hash').waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download as NDJSON' }).click();
    const chunks: string[] = [];
    for await (const chunk of await (await arriving).createReadStream()) chunks.push(String(chunk));
    const entries = chunks.join('').trim().split('\n');
    expect(entries).toHaveLength(1);
    expect(JSON.parse(entries[0]!)).toMatchObject({ action: 'workloads.create', target: 'audited-here' });
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.waitForURL((url) => url.search === '');
    await page.context().close();
  });

  test('the audit log goes on where it is scrolled to its end', async () => {
    const { server, open } = screens();
    for (let n = 0; n < 12; n++)
      await Promise.all(Array.from({ length: 10 }, (_, m) => server.createWorkload(`scrolled-${n}-${m}`)));
    const page = await open('/administration/audit?action=workloads.create');
    const details = page.getByRole('button', { name: /^Details of entry/ });
    await details.first().waitFor();
    expect(await details.count()).toBe(100);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(() => details.count()).toBeGreaterThanOrEqual(120);
    await page.context().close();
  });

  test('a key that this server can’t add is not told as rotated', async () => {
    const { server, open } = screens();
    const admin = asAdmin(server);
    const [{ kid }] = (await admin('GET', '/api/keys')).body.keys;
    // The key ring of these tests stands in TOKEN_SECRET.
    const page = await open('/administration/keys');
    await page.getByRole('button', { name: 'Rotate' }).click();
    await page.getByRole('button', { name: 'Rotate key' }).click();
    await page
      .getByRole('dialog')
      .getByText(/come from TOKEN_SECRET/)
      .waitFor();
    expect((await admin('GET', '/api/keys')).body.keys).toMatchObject([{ kid, state: 'signing' }]);
    await expectAccessible(page);
    await page.context().close();
  });

  test('settings show no secret, are found by name and tell where they come from', async () => {
    const { open } = screens();
    const page = await open('/administration/settings');
    const secret = page.getByRole('row', { name: /TOKEN_SECRET The secret/ });
    await secret.getByText('Set, and secret').waitFor();
    await secret.getByText('environment').waitFor();
    const text = await page.locator('body').innerText();
    expect(text).not.toContain('a sentence for the tests');
    expect(text).not.toMatch(/postgres:\/\/[^/\s]*@/);
    await page.getByLabel('Search settings').fill('rate');
    await page.waitForURL(/search=rate/);
    await page.getByRole('row', { name: /RATE_LIMIT/ }).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBeLessThan(6);
    await page.context().close();
  });

  test('a viewer sees none of the sections, nor by address', async () => {
    const { server, open } = screens();
    const { token } = await server.signIn({ username: 'only-viewing', role: 'viewer' });
    const page = await open('/', {}, token);
    await page.getByRole('navigation', { name: 'Main' }).waitFor();
    expect(await page.getByRole('link', { name: 'Audit log' }).count()).toBe(0);
    expect(await page.getByText('Administration').count()).toBe(0);
    for (const section of [
      ...['users', 'workloads', 'sources', 'ci-identities', 'webhooks', 'keys', 'audit', 'settings'],
    ]) {
      await page.goto(`${server.url}/administration/${section}`);
      await page.getByText(/your role \(viewer\) does not have/).waitFor();
    }
    await page.goto(`${server.url}/administration/nowhere`);
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await page.context().close();
  });
});

describeScreens(
  'administration of an installation of its own',
  (screens) => {
    test('the signing key is rotated, and the old one ended once its name is typed', async () => {
      const { server, open } = screens();
      const keys = async () => (await asAdmin(server)('GET', '/api/keys')).body.keys;
      const [{ kid }] = await keys();
      const page = await open('/administration/keys');
      await page.getByRole('button', { name: 'Rotate' }).click();
      await page.getByRole('button', { name: 'Rotate key' }).click();
      await page.getByRole('button', { name: `End ${kid}` }).click();
      await page.getByText(/has to sign in again/).waitFor();
      expect(await page.getByRole('button', { name: 'End key' }).isDisabled()).toBe(true);
      expect(await keys()).toMatchObject([{ kid, state: 'verifying' }, { state: 'signing' }]);
      await page.getByLabel(`Type ${kid} to confirm`).fill(kid);
      await page.getByRole('button', { name: 'End key' }).click();
      // The session of the page was signed by it.
      await page.getByLabel('User name').waitFor();
      await page.context().close();
    });
  },
  { isEmpty: true },
);
