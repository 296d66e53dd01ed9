import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeScreens, testEveryLook } from './screen.ts';

const RANGE = { start: '2026-09-01', end: '2026-09-30' };
const PATH = `/explorer?metrics=pipeline-success,pipeline-runs&range=${RANGE.start}_${RANGE.end}&interval=week&zone=UTC`;
const QUERY = {
  queries: ['pipeline-success', 'pipeline-runs'],
  dateRange: RANGE,
  interval: 'week',
  timezone: 'UTC',
  groupBy: ['workload'],
};

const stands = (page: Page): Promise<void> => page.getByText(/By week, as of/).waitFor();

describeScreens('the explorer', (screens) => {
  testEveryLook(screens, { name: 'explorer', path: PATH, stands });

  test('a newcomer is offered queries to begin with, and the address keeps what was chosen', async () => {
    const page = await screens().open('/explorer');
    await page.getByRole('button', { name: /^Deployment frequency,/ }).click();
    await page.getByText(/By week, as of/).waitFor();
    expect(new URL(page.url()).searchParams.get('metrics')).toContain('deployment-frequency');
    await page.reload();
    await stands(page);
    await page.goBack();
    await page.getByText('Begin with a metric').waitFor();
    await page.context().close();
  });

  test('the figures, as a table and as CSV, are those of the API', async () => {
    const { server, open } = screens();
    const { body } = await server.call('POST', '/api/query', { token: server.admin, json: QUERY });
    const csv = await server.call('POST', '/api/query', {
      token: server.admin,
      json: QUERY,
      headers: { accept: 'text/csv' },
    });
    const page = await open(`${PATH}&view=table`);
    await stands(page);
    const summary = body.results[0].series.find(
      (one: { group: { workload: string } }) => one.group.workload === 'payments',
    ).summary;
    const row = page
      .getByRole('region', { name: 'Series' })
      .getByRole('row', { name: /success rate · Payments/ });
    expect(await row.innerText()).toContain(`${Math.round(summary.value * 10) / 10}%`);
    await page.getByRole('button', { name: 'Share' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download CSV' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toBe(csv.text);
    await page.context().close();
  });

  test('the copied command gives the same answer in a terminal', async () => {
    const { server, open } = screens();
    const page = await open(PATH);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await stands(page);
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('menuitem', { name: 'Copy as curl' }).click();
    await page.getByText('Command copied').waitFor({ state: 'attached' });
    const command = await page.evaluate(() => navigator.clipboard.readText());
    const { token } = await server.serviceToken();
    const { stdout } = await promisify(execFile)('bash', ['-c', command], {
      env: { ...process.env, CODEMETRICS_TOKEN: token },
      maxBuffer: 10_000_000,
    });
    const { body } = await server.call('POST', '/api/query', { token, json: QUERY });
    expect(JSON.parse(stdout).results).toEqual(body.results);
    await page.context().close();
  });

  test('a query is saved, and opens again', async () => {
    const page = await screens().open(PATH);
    await stands(page);
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('menuitem', { name: 'Save this query' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Success in September');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.goto(new URL('/explorer', page.url()).href);
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('menuitem', { name: /Success in September/ }).click();
    await stands(page);
    await page.context().close();
  });

  test('deployments and incidents are marked and listed', async () => {
    const page = await screens().open(`${PATH}&events=deployments,incidents`);
    await page.getByRole('button', { name: /List what is marked: \d+ deployments/ }).click();
    await page.getByText('▲ Deployment').first().waitFor();
    await page.context().close();
  });

  test('what an address says wrongly is told, and the rest is taken', async () => {
    const page = await screens().open(`${PATH}&view=<script>&interval=never&metrics=nonsense`);
    await page.getByText('Not all of the address could be taken').waitFor();
    await page.context().close();
  });
});
