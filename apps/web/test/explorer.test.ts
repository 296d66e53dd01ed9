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

/** A percentage as the app writes it. */
const shown = (value: number): string => `${Math.round(value * 10) / 10}`;
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const stands = (page: Page): Promise<void> => page.getByText(/By week, as of/).waitFor();

describeScreens('the explorer', (screens) => {
  testEveryLook(screens, { name: 'explorer', path: PATH, stands });

  test('a newcomer is offered queries to begin with; the address keeps what was chosen, and the way back undoes it', async () => {
    const page = await screens().open('/explorer');
    await page.getByRole('button', { name: /^Delivery Deployment frequency,/ }).click();
    await page.getByText(/By week, as of/).waitFor();
    expect(new URL(page.url()).searchParams.get('metrics')).toContain('deployment-frequency');
    await page.reload();
    await stands(page);
    await page.getByText('Bar', { exact: true }).click();
    await page.waitForURL(/view=bar/);
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('view'));
    await page.goBack();
    await page.getByText('Begin with a metric').waitFor();
    await page.context().close();
  });

  test('a query is built by keys alone, and its figures are those of the API', async () => {
    const { server, open } = screens();
    const page = await open(`/explorer?range=${RANGE.start}_${RANGE.end}&zone=UTC`);
    await page.getByRole('button', { name: 'Choose metrics' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Search metrics').waitFor();
    await page.keyboard.type('code coverage pooled');
    await page.getByRole('checkbox', { name: 'Lead time for changes' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: 'Group by' }).focus();
    await page.keyboard.press('Backspace');
    await page.getByPlaceholder('Nothing: all pooled').waitFor();
    await page.getByRole('radio', { name: 'Line' }).focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/view=table/);
    await page.getByText(/, as of/).waitFor();
    const { body } = await server.call('POST', '/api/query', {
      token: server.admin,
      json: { queries: ['code-coverage'], dateRange: RANGE, groupBy: [] },
    });
    const expected = body.results[0].series[0].points.map(
      ({ value, count }: { value: number; count: number }) => `${shown(value)}% n = ${count}`,
    );
    expect(expected.length).toBeGreaterThan(20);
    const cells = await page
      .getByRole('region', { name: 'Answer, as a table' })
      .locator('td')
      .allInnerTexts();
    expect(cells.map(plain)).toEqual(expected);
    await page.context().close();
  });

  test('compared, the period before is told by figures and, at the same places, by a line', async () => {
    const { server, open } = screens();
    const query = { ...QUERY, queries: ['pipeline-runs'], groupBy: [] };
    const ask = async (over: object) =>
      (await server.call('POST', '/api/query', { token: server.admin, json: { ...query, ...over } })).body
        .results[0].series[0];
    const { summary } = await ask({ compareTo: 'previous-period' });
    const before = await ask({ dateRange: { start: '2026-08-02', end: '2026-08-31' } });
    const page = await open(
      `/explorer?metrics=pipeline-runs&by=none&compare=previous&interval=week&zone=UTC&view=table&range=${RANGE.start}_${RANGE.end}`,
    );
    const row = page.getByRole('region', { name: 'Series' }).getByRole('row', { name: /Pipeline runs/ });
    await row.waitFor();
    const words = plain(await row.innerText());
    for (const value of [summary.value, summary.previous])
      expect(words).toContain((value as number).toLocaleString('en-GB'));
    expect(summary.previous).toBeGreaterThan(0);
    const table = page.getByRole('region', { name: 'Answer, as a table' });
    await table.getByRole('columnheader', { name: 'Pipeline runs, before' }).waitFor();
    const rows = await table.locator('tbody tr').all();
    const drawn = await Promise.all(rows.map((one) => one.locator('td').nth(1).innerText()));
    expect(drawn.map((text) => Number(text.replaceAll(/\D/g, '')))).toEqual(
      before.points.slice(0, rows.length).map((point: { value: number }) => point.value),
    );
    await page.context().close();
  });

  test('each of more than two units has a chart; zoomed by buttons, a part becomes the range', async () => {
    const page = await screens().open(
      `/explorer?metrics=deployment-frequency,lead-time-for-changes,change-failure-rate&interval=day&zone=UTC&range=${RANGE.start}_${RANGE.end}`,
    );
    await page.locator('canvas').nth(2).waitFor();
    expect(await page.getByRole('img', { name: /drawn; the table has the figures/ }).count()).toBe(3);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Use as range' }).click();
    await page.waitForURL(/range=2026-09-0[6-9]_2026-09-2[1-4]/);
    await page.context().close();
  });

  test('a series is taken out of the chart by its button; the picture is a PNG', async () => {
    const page = await screens().open(PATH);
    await page.locator('canvas').first().waitFor();
    const button = page.getByRole('button', { name: 'Pipeline runs · Payments', exact: true });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/hide=/);
    await page.reload();
    await page.locator('canvas').first().waitFor();
    expect(await button.getAttribute('aria-pressed')).toBe('false');
    await page.getByRole('button', { name: /^Show the table of/ }).click();
    const heads = page.getByRole('columnheader', { name: /Payments/ });
    expect(await heads.allInnerTexts()).toEqual(['Pipeline success rate · Payments']);
    await page.getByRole('button', { name: /^Show the chart of/ }).click();
    await page.locator('canvas').first().waitFor();
    await page.getByRole('button', { name: 'Share' }).click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: 'Download PNG' }).click(),
    ]);
    const picture = await readFile(await file.path());
    expect(file.suggestedFilename()).toBe(`codemetrics-${RANGE.start}-${RANGE.end}.png`);
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(20_000);
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
    expect(await row.innerText()).toContain(`${shown(summary.value)}%`);
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
    await page.getByText('Command copied').waitFor();
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

  test('a query is saved, opens again as it was shown, is shared and deleted', async () => {
    const { server, open } = screens();
    const page = await open('/explorer?metrics=pipeline-success,pipeline-runs&view=stacked&range=30d');
    await page.getByRole('region', { name: 'Series' }).waitFor();
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('menuitem', { name: 'Save this query' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Success <b>lately</b>');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const read = () => server.call('GET', '/api/queries/success-b-lately-b', { token: server.admin });
    expect((await read()).body).toMatchObject({
      shared: false,
      query: { queries: ['pipeline-success', 'pipeline-runs'] },
    });
    await page.goto(new URL('/explorer', page.url()).href);
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('menuitem', { name: /Success <b>lately<\/b>/ }).click();
    await page.getByRole('region', { name: 'Series' }).waitFor();
    const opened = new URL(page.url()).searchParams;
    expect([opened.get('view'), opened.get('range'), opened.get('metrics')]).toEqual([
      'stacked',
      '30d',
      'pipeline-success,pipeline-runs',
    ]);
    await page.getByRole('button', { name: 'Saved' }).click();
    await page.getByRole('menuitem', { name: /^Search, share/ }).click();
    await page.getByRole('switch', { name: /^Shared: / }).click();
    await page.getByText(/Yours, shared/).waitFor();
    expect((await read()).body.shared).toBe(true);
    await page.getByRole('button', { name: 'Delete Success <b>lately</b>' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.getByText('Nothing is saved yet').waitFor();
    expect((await read()).status).toBe(404);
    await page.context().close();
  });

  test('deployments and incidents are marked and listed', async () => {
    const page = await screens().open(`${PATH}&events=deployments,incidents`);
    await page.getByRole('button', { name: /List what is marked: \d+ deployments/ }).click();
    await page.getByText('▲ Deployment').first().waitFor();
    await page.context().close();
  });

  test('what an address says wrongly is told, and the rest is taken', async () => {
    const page = await screens().open(
      '/explorer?metrics=pipeline-runs,nonsense&view=<script>&interval=never&by=severity&range=yesterday',
    );
    const notice = page.getByRole('status').filter({ hasText: 'Not all of the address could be taken' });
    await notice.waitFor();
    for (const word of ['nonsense', '<script>', 'never', 'Severity', 'yesterday'])
      expect(await notice.innerText()).toContain(`“${word}”`);
    await page
      .getByRole('region', { name: 'Series' })
      .getByRole('row', { name: /Pipeline runs/ })
      .waitFor();
    await page.context().close();
  });
});
