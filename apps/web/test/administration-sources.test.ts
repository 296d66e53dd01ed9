import { expect, test } from 'vitest';
import { asAdmin, deliverRun, WEBHOOK_SECRET } from './administration-kit.ts';
import { describeScreens, expectAccessible, testEveryLook } from './screen.ts';

const HOSTILE = `<img src=x onerror="alert(1)"> \u202egnp.exe ${'y'.repeat(200)} 🦊`;
const GITHUB = '/administration/sources?source=github';

describeScreens('administration of what comes in and goes out', (screens) => {
  for (const [name, path, heading] of [
    ['sources', '/administration/sources', 'Sources'],
    ['a source', '/administration/sources?source=pagerduty', 'PagerDuty'],
    ['CI identities', '/administration/ci-identities', 'CI identities'],
    ['notice webhooks', '/administration/webhooks', 'Notice webhooks'],
  ] as const)
    testEveryLook(screens, {
      name: `administration ${name}`,
      path,
      stands: async (page) => {
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await page.getByRole('status', { name: /^Loading/ }).waitFor({ state: 'detached' });
      },
    });

  test('a secret is made in the browser, shown once, and then signs what is taken', async () => {
    const { server, open } = screens();
    const page = await open(GITHUB);
    await page.getByRole('button', { name: 'Set the secret' }).click();
    const dialog = page.getByRole('dialog');
    const made = await dialog.getByRole('textbox', { name: 'Secret', exact: true }).inputValue();
    expect(made).toMatch(/^[\w-]{43}$/);
    await dialog.getByRole('button', { name: 'Generate another' }).click();
    const secret = await dialog.getByRole('textbox', { name: 'Secret', exact: true }).inputValue();
    expect(secret).not.toBe(made);
    await dialog.getByRole('button', { name: 'Set the secret' }).click();
    await dialog.getByText(secret).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByText(secret).waitFor();
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByText('Secret set').waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect((await page.content()).includes(secret)).toBe(false);
    await asAdmin(server)('PUT', '/api/sources/github', { secret: WEBHOOK_SECRET });
    await page.context().close();
  });

  test('a delivery is looked at as inert text, and replayed once a workload lists it', async () => {
    const { server, open } = screens();
    const admin = asAdmin(server);
    await admin('PUT', '/api/sources/github', { secret: WEBHOOK_SECRET });
    await deliverRun(server, { id: 'hostile-one', repository: 'octo-new/api', title: HOSTILE });
    const page = await open(GITHUB);
    await page.getByLabel('Outcome').selectOption('unmatched');
    await page.getByRole('button', { name: 'Look at workflow_run hostile-one' }).click();
    const dialog = page.getByRole('dialog');
    const body = await dialog.getByLabel('The body', { exact: true }).innerText();
    expect(body).toContain('<img src=x onerror=');
    expect(body).toContain('\\u202egnp.exe');
    expect(body).not.toContain('\u202e');
    expect(await dialog.locator('img').count()).toBe(0);
    expect(await dialog.innerText()).not.toContain('sha256=');
    expect(page.url()).toMatch(/outcome=unmatched.*delivery=hostile-one/);
    await expectAccessible(page);
    await server.createWorkload('octo-new', {
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'octo-new/*' }] }],
    });
    await dialog.getByRole('button', { name: 'Replay' }).click();
    await dialog.getByText('Replayed: stored').waitFor();
    const { runs } = (await admin('GET', '/api/pipeline/runs?workload=octo-new')).body;
    expect(runs).toHaveLength(1);
    await page.context().close();
  });

  test('all unmatched deliveries are replayed at once, with their progress told', async () => {
    const { server, open } = screens();
    const admin = asAdmin(server);
    await admin('PUT', '/api/sources/github', { secret: WEBHOOK_SECRET });
    for (const id of ['a-one', 'b-two!', 'c-three'])
      await deliverRun(server, { id, repository: 'octo-late/api' });
    await server.createWorkload('octo-late', {
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'octo-late/api' }] }],
    });
    const page = await open(GITHUB);
    await page.getByRole('button', { name: 'Replay all unmatched' }).click();
    await page.getByText(/replayed: 3 rows created, 0 updated, 0 failed/).waitFor();
    const { runs } = (await admin('GET', '/api/pipeline/runs?workload=octo-late')).body;
    expect(runs).toHaveLength(3);
    await page.context().close();
  });

  test('a CI identity is made from a preset, with the job to copy, and deleted', async () => {
    const { server, open } = screens();
    const page = await open('/administration/ci-identities');
    await page.getByRole('button', { name: 'Create CI identity' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: false }).first().fill('shop-main');
    await dialog.getByRole('button', { name: 'Create CI identity' }).click();
    await dialog.getByText('Give each claim a name and a text').waitFor();
    await dialog.getByLabel('Text of claim 1').fill('acme/shop');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create CI identity' }).click();
    await dialog.getByText('id-token: write').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const made = (await asAdmin(server)('GET', '/api/ci-identities')).body.identities;
    expect(made).toMatchObject([
      { name: 'shop-main', claims: { repository: 'acme/shop', ref: 'refs/heads/main' } },
    ]);
    await page.getByRole('button', { name: 'Actions for shop-main' }).click();
    await page.getByRole('menuitem', { name: 'Delete …' }).click();
    await page.getByRole('button', { name: 'Delete CI identity' }).click();
    await page.getByText('No CI identities yet').waitFor();
    await page.context().close();
  });

  test('a notice webhook is made, its secret shown once, tried and deleted', async () => {
    const { server, open } = screens();
    const page = await open('/administration/webhooks');
    await page.getByRole('button', { name: 'Create webhook' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Address').fill('https://10.0.0.1/hook');
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    await dialog.locator('[aria-invalid="true"]').waitFor();
    await dialog.getByLabel('Address').fill('https://hooks.invalid/notices');
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    const secret = await dialog.getByRole('group', { name: 'Signing secret' }).innerText();
    expect(secret).toMatch(/whsec_/);
    await dialog.getByRole('button', { name: 'I have stored it' }).click();
    await page.getByRole('button', { name: 'Actions for https://hooks.invalid/notices' }).click();
    await page.getByRole('menuitem', { name: 'Send a test' }).click();
    await page.getByText('The test did not arrive').waitFor();
    await page.getByRole('button', { name: 'Actions for https://hooks.invalid/notices' }).click();
    await page.getByRole('menuitem', { name: 'Delete …' }).click();
    await page.getByRole('button', { name: 'Delete webhook' }).click();
    await page.getByText('No notice webhooks yet').waitFor();
    expect((await asAdmin(server)('GET', '/api/notice-webhooks')).body.webhooks).toEqual([]);
    await page.context().close();
  });
});
