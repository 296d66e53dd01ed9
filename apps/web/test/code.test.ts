import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Metric, QueryResult } from '@codemetrics/contracts';
import { describeScreens, expectAccessible, testEveryLook } from './screen.ts';

const RANGE_DAYS = 90;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
const last = (days: number) => ({
  start: dateOf(Date.now() - (days - 1) * 86_400_000),
  end: dateOf(Date.now()),
});

/** The text of the cells of the table's first row. */
const firstRow = (page: Page, table: string): Promise<string[]> =>
  page.getByRole('table', { name: table }).locator('tbody tr').first().locator('th, td').allInnerTexts();

const stands = (page: Page, region: string) =>
  page.getByRole('region', { name: region }).locator('canvas').first().waitFor();

describeScreens('the code screen', (screens) => {
  const ask = async (query: string, over: object = {}): Promise<QueryResult> => {
    const { server } = screens();
    const answer = await server.call('POST', '/api/query', {
      token: server.admin,
      json: { queries: [{ query, parameters: {} }], dateRange: last(RANGE_DAYS), groupBy: [], ...over },
    });
    expect(answer.status, answer.text).toBe(200);
    return answer.body as QueryResult;
  };

  describe.each([
    ['coverage', 'Over time'],
    ['hotspots', 'Code hotspots'],
    ['coupling', 'Temporal coupling'],
    ['churn', 'Change categories'],
    ['pattern', 'Work outside working hours'],
  ])('%s', (tab, region) => {
    testEveryLook(screens, {
      name: `code-${tab}`,
      path: `/code?tab=${tab}`,
      stands: (page) => stands(page, region),
    });
  });

  test('every metric of the catalogue has data of two teams at least', async () => {
    const { server } = screens();
    const { body } = await server.call('GET', '/api/query/metrics', { token: server.admin });
    const queries = (body.metrics as Metric[]).map((metric) => metric.id);
    const { results } = await ask('', { queries, groupBy: ['workload'] });
    for (const { query, series, tables, error } of results) {
      expect(error, query).toBeUndefined();
      const known = tables ?? series.filter(({ summary }) => (summary.value ?? 0) !== 0);
      expect(known.length, query).toBeGreaterThanOrEqual(2);
    }
  });

  test('tabs are gone through by keyboard, stand in the address, and can be gone back from', async () => {
    const page = await screens().open('/code?workload=payments');
    await stands(page, 'Over time');
    await page.getByRole('tab', { name: 'Coverage' }).press('ArrowRight');
    await stands(page, 'Code hotspots');
    expect(new URL(page.url()).search).toBe('?workload=payments&tab=hotspots');
    await page.getByRole('tab', { name: 'Working pattern' }).click();
    await page.getByText(/commits, .* of them outside of working hours/).waitFor();
    await page.goBack();
    await stands(page, 'Code hotspots');
    await page.context().close();
  });

  test('coverage shows the API’s figures, the lowest covered first, and is sorted otherwise', async () => {
    const { results } = await ask('code-coverage', { groupBy: ['workload', 'repository'] });
    const known = results[0]!.series
      .filter(({ summary }) => summary.value !== null)
      .sort((a, b) => a.summary.value! - b.summary.value!);
    const page = await screens().open('/code');
    await stands(page, 'Over time');
    const percent = (value: number): string => `${Math.round(value * 10) / 10}%`;
    const [lowest, highest] = [known[0]!, known.at(-1)!];
    const row = await firstRow(page, 'Repositories');
    expect(row[0]).toContain(lowest.group['repository']);
    expect(row[1]).toBe(percent(lowest.summary.value!));
    expect(row[5]!.replace(/\D/g, '')).toBe(String(lowest.summary.count));
    expect(row[6]).toMatch(/\d{4}$/);
    await page.getByRole('button', { name: 'Sort by Code coverage' }).click();
    await page.waitForURL(/sort=-line/);
    expect((await firstRow(page, 'Repositories'))[1]).toBe(percent(highest.summary.value!));
    await page.reload();
    await stands(page, 'Over time');
    expect((await firstRow(page, 'Repositories'))[0]).toContain(highest.group['repository']);
    await page.context().close();
  });

  test('hotspots are the API’s; a folder is looked into from the table, and left by the path above', async () => {
    const table = (await ask('code-hotspots', { workloads: ['shop-checkout'] })).results[0]!.tables![0]!;
    const page = await screens().open('/code?tab=hotspots&workload=shop-checkout');
    await stands(page, 'Code hotspots');
    const [hottest] = table.rows;
    const path = String(hottest!['path']);
    const [file, ...figures] = await firstRow(page, 'Files');
    expect(file).toContain(path);
    expect(figures.map((text) => Number(text.replaceAll(',', '')))).toEqual(
      ['score', 'revisions', 'lines', 'complexity', 'bugs'].map((name) => hottest![name]),
    );
    const folder = path.slice(0, path.lastIndexOf('/'));
    const first = page.getByRole('table', { name: 'Files' }).locator('tbody tr').first();
    await first.getByRole('button', { name: `Look into ${folder}/` }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/folder=/);
    const query = new URL(page.url()).searchParams;
    expect([query.get('repo'), query.get('folder')]).toEqual([hottest!['repository'], folder]);
    const paths = page.getByRole('navigation', { name: 'Folder' });
    await expect.poll(() => paths.locator(':focus').innerText()).toBe(folder.split('/').at(-1));
    const inside = table.rows.filter(
      (row) => row['repository'] === hottest!['repository'] && String(row['path']).startsWith(`${folder}/`),
    );
    const rows = page.getByRole('table', { name: 'Files' }).locator('tbody tr');
    await expect.poll(() => rows.count()).toBe(Math.min(25, inside.length));
    await expectAccessible(page);
    await paths.getByRole('button', { name: 'All repositories' }).click();
    await page.waitForURL((url) => !url.search.includes('folder'));
    await expect.poll(() => rows.count()).toBe(25);
    await page.goBack();
    await page.waitForURL(/folder=/);
    await page.context().close();
  });

  test('a press on the map looks into the folder of what was pressed', async () => {
    const page = await screens().open('/code?tab=hotspots&workload=shop-checkout');
    await stands(page, 'Code hotspots');
    await page.getByRole('img', { name: /Code hotspots/ }).click({ position: { x: 60, y: 200 } });
    await page.waitForURL(/repo=acme%2Fcheckout/);
    await page.getByRole('navigation', { name: 'Folder' }).getByText('acme/checkout').waitFor();
    await page.getByText('Revisions', { exact: true }).first().click();
    await page.waitForURL(/area=revisions/);
    await page.getByText('Area: how often it changed.').waitFor();
    await page.context().close();
  });

  test('coupling is drawn as a matrix or a circle; the least degree leaves pairs out, of the drawing and the table', async () => {
    const table = (
      await ask('temporal-coupling', {
        queries: [{ query: 'temporal-coupling', parameters: { limit: 300 } }],
      })
    ).results[0]!.tables![0]!;
    const page = await screens().open('/code?tab=coupling');
    await stands(page, 'Temporal coupling');
    await page.getByRole('status').getByText(`${table.total} pairs`).waitFor();
    const [files, degree, shared] = await firstRow(page, 'Pairs');
    const [strongest] = table.rows;
    expect(files).toContain(strongest!['path']);
    expect(files).toContain(strongest!['coupled_path']);
    expect(degree).toBe(`${Math.round(Number(strongest!['degree']) * 10) / 10}%`);
    expect(Number(shared)).toBe(strongest!['shared_revisions']);
    await page.getByRole('img', { name: /drawn as a matrix/ }).waitFor();
    await page.getByText('Circle', { exact: true }).click();
    await page
      .getByRole('img', { name: /drawn as a chord/ })
      .locator('canvas')
      .first()
      .waitFor();
    expect(page.url()).toContain('view=chord');
    await expectAccessible(page);
    await page.getByText('Matrix', { exact: true }).click();
    await page.getByRole('img', { name: /drawn as a matrix/ }).waitFor();
    const slider = page.getByRole('slider');
    await slider.focus();
    for (let step = 0; step < 6; step += 1) await slider.press('ArrowRight');
    await page.waitForURL(/degree=60/);
    const left = table.rows.filter((row) => Number(row['degree']) >= 60).length;
    await page.getByRole('status').getByText(`${left} of ${table.total} pairs`).waitFor();
    await page.context().close();
  });

  test('churn has the variants of its metric, and categories stand below', async () => {
    const page = await screens().open('/code?tab=churn&workload=payments');
    await stands(page, 'Change categories');
    await page.getByText('Commits', { exact: true }).click();
    await page.waitForURL(/churn=commits/);
    await page
      .getByRole('region', { name: 'Repository churn' })
      .getByRole('button', { name: /Show the table of/ })
      .click();
    const heads = page
      .getByRole('region', { name: /churn by repository: commits, as a table/ })
      .locator('thead th');
    await expect.poll(() => heads.count()).toBe(4);
    await page.context().close();
  });

  test('the hours of the week are the API’s, as figures too, and follow the range', async () => {
    const page = await screens().open('/code?tab=pattern');
    await page
      .getByRole('img', { name: /Commits by hour/ })
      .locator('canvas')
      .first()
      .waitFor();
    const sum = async (days: number): Promise<number> =>
      (await ask('working-pattern', { dateRange: last(days) })).results[0]!.tables!.flatMap(
        ({ rows }) => rows,
      ).reduce((total, row) => total + Number(row['commits']), 0);
    const told = async (): Promise<number> =>
      Number(
        (await page.getByText(/commits, .* of them outside/).innerText()).split(' ')[0]!.replaceAll(',', ''),
      );
    expect(await told()).toBe(await sum(RANGE_DAYS));
    await page.getByRole('button', { name: 'Show the table of the hours of the week' }).click();
    const table = page.getByRole('region', { name: 'Commits by hour of the week, as a table' });
    const cells = await table.locator('td').allInnerTexts();
    expect(cells).toHaveLength(168);
    expect(cells.reduce((total, text) => total + Number.parseInt(text, 10), 0)).toBe(await sum(RANGE_DAYS));
    await expectAccessible(page);
    await page.getByRole('button', { name: /Time range/ }).click();
    await page.getByRole('menuitem', { name: 'Last 30 days' }).click();
    await page.waitForURL(/range=30d/);
    const month = await sum(30);
    await expect.poll(told).toBe(month);
    await page.context().close();
  });

  test('a name from outside is text, however it is written', async () => {
    const { server, open } = screens();
    const name = `src/<img src=x onerror=alert(1)>/\u202Ecod.exe/${'a'.repeat(180)}🙂.ts`;
    const sent = await server.call('POST', '/api/commits', {
      token: server.admin,
      json: {
        commits: Array.from({ length: 6 }, (_, index) => ({
          ...{ workload: 'platform', repository: 'acme/odd', branch: 'main', message: 'feat: odd' },
          sha: `abcdef${index}`,
          author: { name: 'Jo', kind: 'user' },
          committedAt: new Date(Date.now() - 86_400_000).toISOString(),
          files: [name, `${name}x`].map((path) => ({ path, addedLines: 900_000, deletedLines: 0 })),
        })),
      },
    });
    expect(sent.status, sent.text).toBe(200);
    for (const tab of ['hotspots', 'coupling', 'churn']) {
      const page = await open(`/code?tab=${tab}&workload=platform`, { width: 360 });
      await page.locator('canvas').first().waitFor();
      if (tab !== 'churn') await page.getByText('<img src=x', { exact: false }).first().waitFor();
      expect(await page.locator('main img').count()).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      await page.context().close();
    }
  });
});

describeScreens(
  'the code screen without data',
  (screens) => {
    test('each part says what to send', async () => {
      const { server, open } = screens();
      await server.createWorkload('new-team');
      for (const [tab, title, path] of [
        ['coverage', 'No coverage reports yet', '/api/coverage?workload=new-team'],
        ['hotspots', 'No changed files in these days', '/api/commits'],
        ['coupling', 'No files that change together in these days', '/api/commits'],
        ['churn', 'No commits in these days', '/api/commits'],
        ['pattern', 'No commits in these days', '/api/commits'],
      ]) {
        const page = await open(`/code?tab=${tab}&workload=new-team`);
        await page.getByRole('heading', { name: title! }).waitFor();
        expect(await page.locator('pre').innerText()).toContain(path);
        await expectAccessible(page);
        await page.context().close();
      }
    });

    test('a workload that is not known is said to be so, and can be taken out', async () => {
      const page = await screens().open('/code?workload=nobody');
      await page.getByRole('alert').waitFor();
      await page.getByRole('combobox', { name: 'Workloads' }).press('Backspace');
      await page.getByRole('heading', { name: 'No coverage reports yet' }).waitFor();
      await page.context().close();
    });
  },
  { isEmpty: true },
);
