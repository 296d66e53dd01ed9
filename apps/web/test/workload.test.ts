import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Screens } from './screen.ts';
import { describeScreens, expectAccessible, expectToFit, keepPicture, testEveryLook } from './screen.ts';

const card = (page: Page, metric: string) =>
  page
    .getByRole('region', { name: new RegExp(`^${metric}$`) })
    .filter({ has: page.getByRole('button', { name: `Show rows behind ${metric}` }) });
const queryOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const drawn = (page: Page) => page.locator('canvas').first().waitFor();
const openRows = (page: Page, metric: string) =>
  page.getByRole('button', { name: `Show rows behind ${metric}`, exact: true }).click();
const rowsIn = (page: Page) =>
  page.getByRole('dialog').getByRole('list', { name: 'Source rows' }).getByRole('listitem');

/** The summary that the API answers for the payments team over so many days. */
const askApi = async ({ server }: Screens, page: Page, metric: string, days: number) => {
  const zone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const start = new Date(Date.parse(today) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const answer = await server.call('POST', '/api/query', {
    token: server.admin,
    json: {
      ...{ queries: [metric], workloads: ['payments'], interval: 'week', timezone: zone },
      dateRange: { start, end: today },
    },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.results[0].series[0] as {
    summary: { value: number; count?: number };
    points: { date: string; value: number | null; count?: number }[];
  };
};
const percent = (value: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);

describeScreens('a workload', (screens) => {
  testEveryLook(screens, { name: 'workload', path: '/workloads/payments', stands: drawn });
  testEveryLook(screens, { name: 'workload code', path: '/workloads/payments?tab=code', stands: drawn });
  testEveryLook(screens, {
    name: 'workload rows',
    path: '/workloads/payments?rows=lead-time-for-changes',
    stands: async (page) => {
      await drawn(page);
      await rowsIn(page).first().waitFor();
    },
  });

  test('has a tab for each topic, which the address names and a way back undoes', async () => {
    const page = await screens().open('/workloads/payments');
    await drawn(page);
    const tabs = await page.getByRole('tab').allInnerTexts();
    expect(tabs).toEqual(['Delivery', 'Pipelines', 'Code', 'Changes', 'Quality', 'Security']);
    const seen: string[] = [];
    for (const tab of tabs) {
      await page.getByRole('tab', { name: tab }).click();
      await page
        .getByRole('tabpanel', { name: tab })
        .getByText(/^As of/)
        .waitFor();
      seen.push(
        ...(await page
          .getByRole('button', { name: /^Show rows behind/ })
          .evaluateAll((all) =>
            all.map((one) => one.getAttribute('aria-label')!.slice('Show rows behind '.length)),
          )),
      );
      seen.push(
        ...(await page
          .getByRole('heading', { level: 2 })
          .filter({ hasText: /pattern|hotspots|coupling/ })
          .allInnerTexts()),
      );
    }
    const { metrics } = (
      await screens().server.call('GET', '/api/query/metrics', { token: screens().server.admin })
    ).body as { metrics: { title: string }[] };
    expect(seen.sort()).toEqual(metrics.map(({ title }) => title).sort());
    expect(queryOf(page).get('tab')).toBe('security');
    await page.goBack();
    await card(page, 'New bugs').waitFor();
    expect(queryOf(page).get('tab')).toBe('quality');
    await page.context().close();
  });

  test('shows the API’s value of the range, and keeps tab and range when it is opened anew', async () => {
    const page = await screens().open('/workloads/payments?tab=pipelines');
    const first = await askApi(screens(), page, 'pipeline-success', 90);
    await card(page, 'Pipeline success rate')
      .getByText(percent(first.summary.value), { exact: true })
      .waitFor();
    await page.getByRole('button', { name: /^Time range/ }).click();
    await page.getByRole('menuitem', { name: 'Last 30 days' }).click();
    const second = await askApi(screens(), page, 'pipeline-success', 30);
    expect(second.summary.value).not.toBe(first.summary.value);
    for (const isAgain of [false, true]) {
      if (isAgain) await page.reload();
      await card(page, 'Pipeline success rate')
        .getByText(percent(second.summary.value), { exact: true })
        .waitFor();
      await card(page, 'Pipeline success rate')
        .getByText(`of ${second.summary.count}`, { exact: true })
        .waitFor();
    }
    expect(Object.fromEntries(queryOf(page))).toEqual({ tab: 'pipelines', range: '30d' });
    await page.context().close();
  });

  test('tells what a number means, whether bots count, how far the data reaches and what still runs', async () => {
    const page = await screens().open('/workloads/payments?tab=changes');
    const size = card(page, 'Pull request size');
    await size.getByText(/Data up to .* ago\..*Bots are left out\./).waitFor();
    await size.getByText(/This week is still running/).waitFor();
    await page
      .getByRole('list', { name: 'How new the data is' })
      .getByText(/^Changes up to .*, received /)
      .waitFor();
    await size.getByRole('button', { name: 'Pull request size', exact: true }).focus();
    await page.getByText(/Lines added \+ deleted, median/).waitFor();
    await page.context().close();
  });

  test('the table behind a chart has the points of the API, and those of the period before unless they are not drawn', async () => {
    const page = await screens().open('/workloads/payments');
    await page.getByRole('button', { name: 'Show the table of Deployment frequency by week' }).click();
    const table = page.getByRole('region', { name: 'Deployment frequency by week, as a table' });
    const { points } = await askApi(screens(), page, 'deployment-frequency', 90);
    await expect.poll(() => table.getByRole('rowheader').count()).toBe(points.length);
    const cells = (await table.getByRole('row').nth(2).getByRole('cell').allInnerTexts()).map(Number);
    expect(cells).toHaveLength(2);
    const shown = await table
      .getByRole('row')
      .evaluateAll((rows) => rows.slice(1).map((row) => Number(row.querySelector('td')!.textContent)));
    expect([shown, shown.toReversed()]).toContainEqual(points.map((point) => point.value));
    await page.getByRole('switch', { name: 'Draw the period before' }).press('Space');
    await expect.poll(() => table.getByRole('row').nth(2).getByRole('cell').count()).toBe(1);
    expect(queryOf(page).get('compare')).toBe('no');
    await page.context().close();
  });

  test('a number leads to its rows: of the whole range, and of one week as many as it counts', async () => {
    const page = await screens().open('/workloads/payments');
    const { summary, points } = await askApi(screens(), page, 'deployment-frequency', 90);
    await openRows(page, 'Deployment frequency');
    await page.getByRole('dialog').getByText(`50 of ${summary.value} rows.`).waitFor();
    expect(await rowsIn(page).count()).toBe(50);
    await page
      .getByRole('dialog')
      .getByText(/Distinct successful production deployments/)
      .waitFor();
    const week = points.find((point) => (point.value ?? 0) > 1)!;
    await page.getByRole('combobox', { name: 'Of which time' }).selectOption(week.date);
    await page.getByRole('dialog').getByText(`${week.value} rows.`).waitFor();
    expect(await rowsIn(page).count()).toBe(week.value);
    expect(Object.fromEntries(queryOf(page))).toEqual({ rows: 'deployment-frequency', at: week.date });
    await page.reload();
    await page.getByRole('dialog').getByText(`${week.value} rows.`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect([...queryOf(page)]).toEqual([]);
    await page.context().close();
  });

  test('tells why rows were left out, and leads from a run to its own page', async () => {
    const page = await screens().open('/workloads/payments?rows=failed-deployment-recovery-time');
    await page
      .getByRole('dialog')
      .getByText(/Left out: \d+ for unresolved\./)
      .waitFor();
    await page.goto(`${screens().server.url}/workloads/payments?tab=pipelines&range=7d&rows=pipeline-runs`);
    await rowsIn(page).first().getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: /^Run of/ }).waitFor();
    await page.context().close();
  });

  test('its tags lead to those that share them, and its repositories are named', async () => {
    const page = await screens().open('/workloads/payments');
    await page.getByRole('button', { name: /^\d+ repositories$/ }).click();
    await page.getByText('acme/ledger').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: /department: finance/ }).click();
    await page.getByText(/^1 of 5 workloads/).waitFor();
    await page.context().close();
  });

  test.each(['/workloads/no-such-team', '/workloads/Not%20An%20Id'])(
    '%s says that there is none, with a way back',
    async (path) => {
      const page = await screens().open(path);
      await page.getByRole('heading', { level: 1, name: 'There is no such workload' }).waitFor();
      await page.getByRole('link', { name: 'Go to the overview' }).click();
      await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
      await page.context().close();
    },
  );

  test('a workload beyond a person’s limit is told like one that is not', async () => {
    const { token } = await screens().server.signIn({
      username: 'limited',
      role: 'viewer',
      workloads: ['platform'],
    });
    const page = await screens().open('/workloads/payments', {}, token);
    await page.getByRole('heading', { level: 1, name: 'There is no such workload' }).waitFor();
    await page.goto(`${screens().server.url}/workloads/platform`);
    await page.getByRole('heading', { level: 1, name: 'Platform' }).waitFor();
    await page.context().close();
  });
});

describeScreens(
  'a workload without data',
  (screens) => {
    const HOSTILE = `<script>alert(1)</script>\u202e${'long'.repeat(40)} 🚀`;

    test('says which data is missing and leads to how to send it', async () => {
      await screens().server.createWorkload('new-team', { name: 'New team' });
      const page = await screens().open('/workloads/new-team?tab=quality');
      await page.getByText('No issues and no tests yet').waitFor();
      await expectAccessible(page);
      await page.getByRole('link', { name: 'How to send it' }).click();
      await page.getByRole('heading', { level: 1, name: 'Get started' }).waitFor();
      expect(queryOf(page).get('workload')).toBe('new-team');
      await page.context().close();
    });

    test.each([1280, 360])('hostile texts are inert and unbroken at %i pixels', async (width) => {
      const { server } = screens();
      const over = { name: HOSTILE, description: HOSTILE, tags: { odd: HOSTILE } };
      if (width === 1280) await server.createWorkload('odd', over);
      const sent = await server.call('POST', '/api/issues', {
        token: server.admin,
        json: {
          issues: [
            {
              ...{
                externalId: HOSTILE.slice(0, 150),
                source: 'jira',
                workload: 'odd',
                type: 'bug',
                title: HOSTILE,
              },
              openedAt: new Date(Date.now() - 86_400_000).toISOString(),
            },
          ],
        },
      });
      expect(sent.status, sent.text).toBe(200);
      const page = await screens().open('/workloads/odd?tab=quality&rows=bugs-new', { width });
      await rowsIn(page)
        .getByText(/<script>alert/)
        .waitFor();
      await keepPicture(page, `workload-odd-${width}`);
      await expectToFit(page);
      await page.context().close();
    });
  },
  { isEmpty: true },
);
