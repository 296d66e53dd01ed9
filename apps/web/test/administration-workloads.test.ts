import { expect, test } from 'vitest';
import { act, asAdmin } from './administration-kit.ts';
import { describeScreens, expectAccessible, testEveryLook } from './screen.ts';

const FILE = '/administration/workloads?view=file';

describeScreens('administration of workloads', (screens) => {
  testEveryLook(screens, {
    name: 'administration workloads',
    path: '/administration/workloads',
    stands: (page) => page.getByRole('link', { name: 'Payments' }).waitFor(),
  });
  testEveryLook(screens, {
    name: 'administration workloads file',
    path: FILE,
    stands: (page) => page.getByRole('button', { name: 'Choose a file' }).waitFor(),
  });

  test('a workload is made and changed by form, and deleted once its id is typed', async () => {
    const { server, open } = screens();
    const admin = asAdmin(server);
    const page = await open('/administration/workloads');
    await page.getByRole('button', { name: 'Create workload' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: false }).first().fill('By form');
    await dialog.getByLabel('Id').fill('By Form');
    await dialog.getByRole('button', { name: 'Create workload' }).click();
    await dialog.getByText('Lower-case letters, digits and dashes').waitFor();
    await dialog.getByLabel('Id').fill('by-form');
    await dialog.getByLabel('Repository 1.1', { exact: true }).fill('acme/form-*');
    await dialog.getByLabel('Default branch of repository 1.1').fill('trunk');
    await dialog.getByRole('button', { name: 'Add tag' }).click();
    await dialog.getByLabel('Tag 1', { exact: true }).fill('department');
    await dialog.getByLabel('Value of tag 1').fill('sales');
    await dialog.getByLabel('Hours of their own').check();
    await dialog.getByRole('button', { name: 'Add rate' }).click();
    await dialog.getByLabel('Kind of runner 1').fill('ubuntu-latest');
    await dialog.getByLabel('Cost of a minute 1').fill('0.008');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create workload' }).click();
    await page.getByRole('link', { name: 'By form' }).waitFor();
    const made = (await admin('GET', '/api/workloads/by-form')).body;
    expect(made).toMatchObject({
      tags: { department: 'sales' },
      repositoryGroups: [{ name: 'all', repositories: [{ name: 'acme/form-*', defaultBranch: 'trunk' }] }],
      workingHours: { start: '09:00', end: '17:00' },
      runnerRates: { 'ubuntu-latest': 0.008 },
    });
    await act(page, 'by-form', 'Change …');
    await dialog.getByLabel('Name', { exact: false }).first().fill('By form, renamed');
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('link', { name: 'By form, renamed' }).waitFor();
    expect((await admin('GET', '/api/workloads/by-form')).body.repositoryGroups).toEqual(
      made.repositoryGroups,
    );
    await act(page, 'by-form', 'Delete …');
    await page.getByLabel('Type by-form to confirm').fill('by-form');
    await page.getByRole('button', { name: 'Delete workload' }).click();
    await page.getByRole('link', { name: 'By form, renamed' }).waitFor({ state: 'detached' });
    expect((await admin('GET', '/api/workloads/by-form')).status).toBe(404);
    await page.context().close();
  });

  test('a file shows what would change before it is applied, and changes nothing until then', async () => {
    const { server, open } = screens();
    const admin = asAdmin(server);
    await server.createWorkload('in-file', { description: 'As it was' });
    const page = await open(FILE);
    await page.getByLabel('Or paste it').fill('{');
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByText('This is not JSON').waitFor();
    const file = {
      workloads: [
        { id: 'in-file', name: 'in-file', description: '<b>as it will be</b>' },
        { id: 'new-in-file', name: 'New in file' },
      ],
    };
    await page.getByLabel('Or paste it').fill(JSON.stringify(file));
    await page.getByRole('button', { name: 'Show what would change' }).click();
    const field = page.getByRole('group', { name: 'description of in-file' });
    await field.getByText('As it was').waitFor();
    await field.getByText('<b>as it will be</b>').waitFor();
    await page.getByRole('heading', { name: 'Created (1)' }).waitFor();
    await page.getByText('They stay as they are.').waitFor();
    await expectAccessible(page);
    expect((await admin('GET', '/api/workloads/new-in-file')).status).toBe(404);
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByText('1 created, 1 updated, 0 deleted').waitFor();
    expect((await admin('GET', '/api/workloads/in-file')).body.description).toBe('<b>as it will be</b>');
    await page.context().close();
  });

  test('the present set is downloaded, and applied again without what is to go', async () => {
    const { server, open } = screens();
    await server.createWorkload('to-go');
    const page = await open(FILE);
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the present set' }).click();
    const chunks: string[] = [];
    for await (const chunk of await (await arriving).createReadStream()) chunks.push(String(chunk));
    const set = JSON.parse(chunks.join('')) as { workloads: { id: string }[] };
    const kept = { workloads: set.workloads.filter(({ id }) => id !== 'to-go') };
    const buffer = Buffer.from(JSON.stringify(kept));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'workloads.json', mimeType: 'application/json', buffer });
    await page.getByLabel('Delete workloads that the file does not have').check();
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await page.getByRole('heading', { name: 'Deleted, with all their data (1)' }).waitFor();
    expect(await page.getByRole('heading', { name: /^(Created|Updated)/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Apply and delete …' }).click();
    await page.getByLabel('Type delete 1 to confirm').fill('delete 1');
    await page.getByRole('dialog').getByRole('button', { name: 'Apply and delete' }).click();
    await page.getByText('0 updated, 1 deleted').waitFor();
    expect((await asAdmin(server)('GET', '/api/workloads/to-go')).status).toBe(404);
    await page.context().close();
  });
});
