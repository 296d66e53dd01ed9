import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Screens } from './screen.ts';
import { describeScreens, expectAccessible, expectToFit, keepPicture, testEveryLook } from './screen.ts';

interface Answered {
  group: Record<string, string | null>;
  summary: { value: number | null };
}

const table = (page: Page) => page.getByRole('table', { name: 'Workloads and their metrics' });
const stands = (page: Page) => page.getByText(/workloads, as of/).waitFor();
const queryOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
/** The names of the workloads on the page, from the top. */
const namesOn = (page: Page): Promise<string[]> =>
  table(page).getByRole('rowheader').getByRole('link').allInnerTexts();

/** What the API answers for the days that a range of the screen means. */
const askApi = async (
  { server }: Screens,
  page: Page,
  metric: string,
  days: number,
  groupBy = 'workload',
) => {
  const zone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const start = new Date(Date.parse(today) - (days - 1) * 86_400_000).toISOString().slice(0, 10);
  const answer = await server.call('POST', '/api/query', {
    token: server.admin,
    json: {
      ...{ queries: [metric], interval: 'total', timezone: zone, groupBy: [groupBy] },
      dateRange: { start, end: today },
    },
  });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.results[0].series as Answered[];
};
const percent = (value: number): string =>
  new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 }).format(value / 100);

describeScreens('the overview', (screens) => {
  testEveryLook(screens, { name: 'overview', path: '/', stands });
  testEveryLook(screens, {
    name: 'overview grouped',
    path: '/?group=department&sort=-code-coverage',
    stands: async (page) => {
      await stands(page);
      await page.getByText('3 workloads, pooled').waitFor();
    },
  });

  test.each([1200, 1280])('no column is cut off at %i pixels', async (width) => {
    const page = await screens().open('/', { width });
    await stands(page);
    await expectToFit(page);
    const cells = table(page).locator('td, th');
    const spills = await cells.evaluateAll(
      (all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length,
    );
    expect(spills).toBe(0);
    await page.context().close();
  });

  test('leads to every screen by its navigation', async () => {
    const page = await screens().open('/');
    for (const name of [
      'Explorer',
      'Pipelines',
      'Code',
      'Service tokens',
      'Users',
      'Audit log',
      'Overview',
    ]) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
  });

  test('has the values of the API, sorts by them both ways, and the address keeps it', async () => {
    const page = await screens().open('/');
    await stands(page);
    const answered = await askApi(screens(), page, 'code-coverage', 90);
    await page.getByRole('button', { name: 'Sort by Code coverage' }).press('Enter');
    const { workloads } = (
      await screens().server.call('GET', '/api/system/config', { token: screens().server.admin })
    ).body as { workloads: { id: string; name: string }[] };
    const highest = answered
      .filter((one) => one.summary.value !== null)
      .sort((a, b) => b.summary.value! - a.summary.value!);
    const nameOf = (one: Answered) => workloads.find(({ id }) => id === one.group['workload'])!.name;
    await expect.poll(() => namesOn(page)).toEqual(highest.map(nameOf));
    expect(queryOf(page).get('sort')).toBe('-code-coverage');
    for (const one of highest)
      await table(page)
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: nameOf(one), exact: true }) })
        .getByText(percent(one.summary.value!), { exact: true })
        .first()
        .waitFor();
    await page.getByRole('button', { name: 'Sort by Code coverage, now highest first' }).click();
    await expect.poll(() => namesOn(page)).toEqual(highest.map(nameOf).reverse());
    await page.reload();
    await expect.poll(() => namesOn(page)).toEqual(highest.map(nameOf).reverse());
    expect(await page.getByRole('columnheader', { name: /Code coverage/ }).getAttribute('aria-sort')).toBe(
      'ascending',
    );
    await page.context().close();
  });

  test('another range shows other numbers, with the API’s own, and goes along to a workload', async () => {
    const page = await screens().open('/');
    await stands(page);
    await page.getByRole('button', { name: /^Time range/ }).click();
    await page.getByRole('menuitem', { name: 'Last 30 days' }).click();
    await page.getByText('30 days, compared with the 30 days before.').waitFor();
    const payments = (await askApi(screens(), page, 'pipeline-success', 30)).find(
      (one) => one.group['workload'] === 'payments',
    )!;
    const row = table(page)
      .getByRole('row')
      .filter({ has: page.getByRole('link', { name: 'Payments' }) });
    await row.getByText(percent(payments.summary.value!), { exact: true }).first().waitFor();
    await row.getByRole('link', { name: 'Payments' }).click();
    await page.getByRole('heading', { level: 1, name: 'Payments' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/workloads/payments');
    expect(queryOf(page).get('range')).toBe('30d');
    await page.context().close();
  });

  test('a search and a tag narrow the list, stand in the address, and are taken back at a press', async () => {
    const page = await screens().open('/');
    await stands(page);
    const all = await namesOn(page);
    await page.getByRole('combobox', { name: 'Filter by tag' }).click();
    await page.getByRole('option', { name: 'department:commerce' }).click();
    await page.keyboard.press('Escape');
    await page.getByText(/^3 of 5 workloads/).waitFor();
    await page.getByRole('searchbox', { name: 'Search workloads' }).fill('shop');
    await expect.poll(() => namesOn(page)).toEqual(['Shop catalogue', 'Shop checkout']);
    expect(Object.fromEntries(queryOf(page))).toEqual({ tags: 'department:commerce', q: 'shop' });
    await page.reload();
    await expect.poll(() => namesOn(page)).toEqual(['Shop catalogue', 'Shop checkout']);
    await page.getByRole('searchbox', { name: 'Search workloads' }).fill('no such team');
    await page.getByText('No workload matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await expect.poll(() => namesOn(page)).toEqual(all);
    expect([...queryOf(page)]).toEqual([]);
    await page.context().close();
  });

  test('grouped by a tag, each section has the pooled value that the API answers', async () => {
    const page = await screens().open('/');
    await stands(page);
    await page.getByRole('combobox', { name: 'Group by tag' }).click();
    await page.getByRole('option', { name: 'Group by department' }).click();
    const pooled = await askApi(screens(), page, 'pipeline-success', 90, 'tag:department');
    expect(pooled.length).toBeGreaterThan(1);
    for (const { group, summary } of pooled)
      await table(page)
        .getByRole('row')
        .filter({ has: page.getByText(`department: ${group['tag:department']}`, { exact: true }) })
        .getByText(percent(summary.value!), { exact: true })
        .first()
        .waitFor();
    expect(await namesOn(page)).toEqual([
      ...['Mobile app', 'Shop catalogue', 'Shop checkout'],
      ...['Payments', 'Platform'],
    ]);
    expect(queryOf(page).get('group')).toBe('department');
    await page.context().close();
  });

  test('tells by keyboard what a number means, and by words which level it reaches', async () => {
    const page = await screens().open('/');
    await stands(page);
    await page.getByRole('button', { name: 'Lead time for changes', exact: true }).focus();
    await page.getByText(/deployment finish − commit time/).waitFor();
    await page.keyboard.press('Escape');
    const band = page.getByText(/^(elite|high|medium|low)$/i).first();
    await band.hover();
    await page.getByText(/Performance level by the DORA report of \d{4}/).waitFor();
    await page.context().close();
  });
});

describeScreens(
  'an overview of many workloads',
  (screens) => {
    const COUNT = 500;
    const name = (index: number) => `Team ${String(index).padStart(3, '0')}`;
    const HOSTILE = `<script>alert(1)</script>\u202e${'long'.repeat(40)} 🚀`;

    test('an empty one leads to the first steps', async () => {
      const page = await screens().open('/');
      await page.getByText('No workloads yet').waitFor();
      await expectAccessible(page);
      await page.getByRole('main').getByRole('link', { name: 'Get started' }).click();
      await page.getByRole('heading', { level: 1, name: 'Get started' }).waitFor();
      expect(new URL(page.url()).pathname).toBe('/start');
      await page.context().close();
    });

    test('of 500, a page is asked for at a time, and all only to sort by a value, once', async () => {
      const { server } = screens();
      const workloads = Array.from({ length: COUNT }, (_, index) => ({
        id: `team-${index}`,
        name: index === 0 ? HOSTILE : name(index),
        tags: { area: `area ${index % 7}` },
      }));
      const applied = await server.call('PUT', '/api/workloads', {
        token: server.admin,
        json: { workloads },
      });
      expect(applied.status, applied.text).toBe(200);
      const sent = await server.call('POST', '/api/deployments', {
        token: server.admin,
        json: {
          deployments: [417, 302].flatMap((index) =>
            Array.from({ length: index === 417 ? 3 : 2 }, (_, count) => ({
              ...{ externalId: `${index}-${count}`, source: 'test-ci', workload: `team-${index}` },
              ...{ repository: 'acme/shop', environment: 'production', status: 'success' },
              finishedAt: new Date(Date.now() - (count + 1) * 86_400_000).toISOString(),
            })),
          ),
        },
      });
      expect(sent.status, sent.text).toBe(200);
      const page = await screens().open('/', { width: 1280 });
      const asked: string[] = [];
      page.on('request', (request) => {
        const text = decodeURIComponent(request.url()) + (request.postData() ?? '');
        if (text.includes('deployment-frequency')) asked.push(text);
      });
      await page.getByText(/^500 workloads, as of/).waitFor();
      expect(await namesOn(page)).toHaveLength(50);
      asked.length = 0;
      await page.getByRole('button', { name: 'Page 2' }).click();
      await page.getByRole('link', { name: name(60), exact: true }).waitFor();
      await expect.poll(() => asked.length).toBe(1);
      expect(asked[0]!.match(/team-\d+/g)).toHaveLength(50);
      asked.length = 0;
      await page.getByRole('button', { name: 'Sort by Deployment frequency' }).click();
      await expect.poll(async () => (await namesOn(page)).slice(0, 2)).toEqual([name(417), name(302)]);
      await expect.poll(() => asked.filter((one) => !one.includes('"total"')).length).toBe(1);
      await page.getByRole('searchbox', { name: 'Search workloads' }).fill('team-41');
      await page.getByText(/^11 of 500 workloads/).waitFor();
      await page.getByRole('button', { name: 'Sort by Deployment frequency, now highest first' }).click();
      await expect.poll(async () => (await namesOn(page))[0]).toBe(name(41));
      expect(asked.filter((one) => one.includes('"total"'))).toHaveLength(1);
      await page.context().close();
    });

    test.each([1280, 360])('a hostile name is inert and unbroken at %i pixels', async (width) => {
      const page = await screens().open('/?q=script', { width, dark: width === 360 });
      await page.getByRole('link', { name: /<script>alert/ }).waitFor();
      await page.getByText(/^1 of 500 workloads, as of/).waitFor();
      await keepPicture(page, `overview-odd-${width}`);
      await expectToFit(page);
      await page.context().close();
    });
  },
  { isEmpty: true },
);
