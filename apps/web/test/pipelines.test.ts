import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { RunRow } from '@codemetrics/testing';
import { aPipelineRun } from '@codemetrics/testing';
import type { Screens } from './screen.ts';
import { describeScreens, expectAccessible, expectToFit, keepPicture, testEveryLook } from './screen.ts';

interface Listed {
  runId: string;
  job: string;
  conclusion: string;
  repository: string;
}

/** Others may be at work on the same machine. */
const SOON = { timeout: 15_000 };

const rowsOf = (page: Page) => page.getByRole('table', { name: 'Pipeline runs' }).locator('[data-index]');
const queryOf = (page: Page): URLSearchParams => new URL(page.url()).searchParams;
const listRuns = async ({ server }: Screens, query: string): Promise<Listed[]> => {
  const answer = await server.call('GET', `/api/pipeline/runs?${query}`, { token: server.admin });
  expect(answer.status, answer.text).toBe(200);
  return answer.body.runs as Listed[];
};
const openFirst = async (page: Page): Promise<void> => {
  await rowsOf(page).first().getByRole('link').first().click();
  await page.getByRole('heading', { name: /^Run of / }).waitFor();
};
/** Seconds as the screens write them, in British English. */
const inWords = (seconds: number): string => {
  const [value, unit] =
    seconds < 120
      ? [seconds, 'second']
      : seconds < 7200
        ? [seconds / 60, 'minute']
        : [seconds / 3600, 'hour'];
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
};

describeScreens('pipelines', (screens) => {
  testEveryLook(screens, {
    name: 'pipeline runs',
    path: '/pipelines',
    stands: (page) => rowsOf(page).first().getByRole('link').first().waitFor(),
  });

  testEveryLook(screens, {
    name: 'pipeline health',
    path: '/pipelines?tab=health',
    stands: async (page) => {
      await page.getByText(/jobs, each compared/).waitFor();
      await page.locator('canvas').nth(1).waitFor();
      await page
        .getByRole('img', { name: /Pipeline runs by week/ })
        .first()
        .waitFor();
    },
  });

  testEveryLook(screens, {
    name: 'pipeline run',
    path: '/pipelines?repository=acme/mobile-ios&job=device-tests&conclusion=failure',
    stands: async (page) => {
      await openFirst(page);
      await page.getByRole('list', { name: /^Jobs in the order/ }).waitFor();
      await page.getByRole('list', { name: /^Durations/ }).waitFor();
    },
  });

  test('filters narrow the runs, stand in the address, and come back with it', async () => {
    const page = await screens().open('/pipelines');
    await page.getByRole('combobox', { name: 'Workload' }).click();
    await page.getByRole('option', { name: 'Mobile app' }).click();
    await page.getByRole('combobox', { name: 'Conclusion' }).click();
    await page.getByRole('option', { name: 'Failure' }).click();
    await page.getByRole('option', { name: 'Timed out' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Job' }).fill('device-tests');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => Object.fromEntries(queryOf(page)), SOON)
      .toEqual({
        workload: 'mobile-app',
        conclusion: 'failure,timed-out',
        job: 'device-tests',
      });
    const expected = await listRuns(
      screens(),
      'workload=mobile-app&conclusion=failure&conclusion=timed-out&job=device-tests&limit=5',
    );
    const first = page.getByRole('link', { name: 'device-tests' });
    for (const again of [false, true]) {
      if (again) await page.reload();
      await expect
        .poll(() => first.first().getAttribute('href'), SOON)
        .toBe(`/pipelines/runs/${expected[0]!.runId}`);
      const words = await rowsOf(page)
        .getByRole('cell')
        .filter({ hasText: /^(Success|Failure|Timed out)$/ })
        .allInnerTexts();
      expect(words.length).toBeGreaterThan(3);
      expect(words).not.toContain('Success');
    }
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => [...queryOf(page)], SOON).toEqual([]);
    await page.context().close();
  });

  test('a filter that nothing matches says so, and is taken back by a press', async () => {
    const page = await screens().open('/pipelines?job=no-such-job&actor=nobody');
    await page.getByText('No run matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await rowsOf(page).first().waitFor();
    await page.context().close();
  });

  test('a run shows its jobs along time, and the table behind has their durations', async () => {
    const [listed] = await listRuns(
      screens(),
      'repository=acme/checkout-web&job=e2e&conclusion=success&limit=1',
    );
    const { server } = screens();
    const { body } = await server.call('GET', `/api/pipeline/runs/${listed!.runId}`, { token: server.admin });
    const jobs = body.jobs as { name: string; durationSeconds: number; queueSeconds: number }[];
    expect(jobs.length).toBeGreaterThan(3);
    const page = await screens().open(`/pipelines/runs/${listed!.runId}`);
    const bars = page.getByRole('list', { name: /^Jobs in the order/ }).getByRole('button');
    await bars.first().focus();
    await page.keyboard.press('Tab');
    expect(await bars.nth(1).evaluate((one) => one === document.activeElement)).toBe(true);
    const said = await bars.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(said).toHaveLength(jobs.length);
    // Begins with what prepares, ends with what gathers, and one of the parts between decided.
    expect(said.filter((one) => one?.includes('critical path'))).toHaveLength(3);
    await page.getByRole('button', { name: 'Show the table of the jobs' }).click();
    const table = page.getByRole('region', { name: 'Jobs of this run, as a table' });
    for (const job of jobs) {
      const row = table
        .getByRole('row')
        .filter({ has: page.getByRole('rowheader', { name: job.name, exact: true }) });
      const cells = await row.getByRole('cell').allInnerTexts();
      expect(cells).toContain(inWords(job.durationSeconds));
      expect(cells).toContain(inWords(job.queueSeconds));
    }
    await expectAccessible(page);
    await page.context().close();
  });

  test('a run leads to its other attempts, and to the same job before and after', async () => {
    const failed = await listRuns(
      screens(),
      'repository=acme/mobile-ios&job=device-tests&conclusion=failure&limit=50',
    );
    const { server } = screens();
    const details = await Promise.all(
      failed.map(
        async (run) =>
          (await server.call('GET', `/api/pipeline/runs/${run.runId}`, { token: server.admin })).body,
      ),
    );
    const retried = details.find((run) => run.attempts.length === 1 && run.attempt === 1);
    const page = await screens().open(`/pipelines/runs/${retried.runId}`);
    await page.getByRole('link', { name: 'Attempt 2' }).click();
    await page.waitForURL(`**/pipelines/runs/${retried.attempts[0].runId}`);
    await page.getByRole('link', { name: 'Attempt 1' }).waitFor();
    const bars = page.getByRole('list', { name: /^Durations/ }).getByRole('link');
    await expect.poll(() => bars.count(), SOON).toBeGreaterThan(5);
    await bars.first().click();
    await expect.poll(() => bars.last().getAttribute('aria-label'), SOON).not.toMatch(/^This run/);
    await page.context().close();
  });

  test('an unknown run is told as one, with a way back', async () => {
    for (const id of ['01900000-0000-7000-8000-000000000000', 'nonsense']) {
      const page = await screens().open(`/pipelines/runs/${id}`);
      await page.getByText('There is no such run').waitFor();
      expect(await page.getByRole('link', { name: 'All runs' }).count()).toBe(1);
      await page.context().close();
    }
  });

  test('the health of jobs has the numbers of the API, sorts by them, and leads to a job’s runs', async () => {
    const page = await screens().open('/pipelines?tab=health&range=30d');
    const { server } = screens();
    const zone = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
    const start = new Date(Date.parse(today) - 29 * 86_400_000).toISOString().slice(0, 10);
    const { body } = await server.call('POST', '/api/query', {
      token: server.admin,
      json: {
        queries: ['pipeline-durations', 'pipeline-flakiness', 'pipeline-queue-time', 'pipeline-success'],
        dateRange: { start, end: today },
        interval: 'total',
        timezone: zone,
        groupBy: ['workload', 'repository', 'job'],
      },
    });
    const highest = (
      index: number,
      figure: (series: { summary: { value: number | null; count: number } }) => number,
    ) =>
      (
        body.results[index].series as {
          group: { job: string; repository: string };
          summary: { value: number | null; count: number };
        }[]
      )
        .filter((one) => one.summary.value !== null)
        .sort((a, b) => figure(b) - figure(a))[0]!;
    const value = (one: { summary: { value: number | null } }) => one.summary.value ?? 0;
    const table = page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: /^Job/ }) });
    const firstRow = table.getByRole('row').nth(1);
    for (const [name, top] of [
      ['Flakiest', highest(1, value)],
      ['Longest queues', highest(2, value)],
      ['Most failures', highest(3, (one) => Math.round(one.summary.count * (1 - value(one) / 100)))],
      ['Slowest', highest(0, value)],
    ] as const) {
      await page.getByRole('button', { name, exact: true }).click();
      await expect
        .poll(() => firstRow.getByRole('rowheader').innerText(), SOON)
        .toBe(`${top.group.job}\n${top.group.repository}`);
    }
    const slowest = highest(0, value);
    expect(await firstRow.getByRole('cell').nth(2).innerText()).toContain(inWords(slowest.summary.value!));
    expect(queryOf(page).get('sort')).toBe('-pipeline-durations');
    await page.getByRole('button', { name: /Sort by Pipeline duration, median.*now highest/ }).click();
    await expect.poll(() => queryOf(page).get('sort'), SOON).toBe('pipeline-durations');
    await page.getByRole('button', { name: /Sort by Pipeline duration, median.*now lowest/ }).click();
    await firstRow.getByRole('link').click();
    await rowsOf(page).first().waitFor();
    expect(queryOf(page).get('job')).toBe(slowest.group.job);
    expect(queryOf(page).get('repository')).toBe(slowest.group.repository);
    expect(queryOf(page).get('range')).toBe('30d');
    await page.context().close();
  });
});

describeScreens(
  'a long list of runs',
  (screens) => {
    const RUNS = 2000;
    const MINUTE = 60_000;
    const begin = Date.now() - MINUTE;
    const run = (index: number, over: Partial<RunRow> = {}): RunRow => {
      const at = new Date(begin - index * MINUTE).toISOString();
      return aPipelineRun({
        ...{ workload: 'long', externalId: `run-${index}`, job: `job-${index}` },
        ...{ queuedAt: at, startedAt: at, finishedAt: at },
        ...over,
      });
    };
    const send = async (runs: RunRow[]): Promise<void> => {
      const { server } = screens();
      const answer = await server.call('POST', '/api/pipeline/runs', { token: server.admin, json: { runs } });
      expect(answer.status, answer.text).toBe(200);
    };
    const HOSTILE = {
      job: `<script>alert(1)</script>\u202e${'W'.repeat(200)}`,
      repository: `acme/${'x'.repeat(200)}`,
      branch: `\u2067${'ברנץ'.repeat(40)} 🧨`,
      actor: { name: `<img src=x onerror=alert(1)>${'y'.repeat(150)}`, kind: 'bot' as const },
    };

    beforeAll(async () => {
      await screens().server.createWorkload('long', { name: 'Long' });
      await screens().server.createWorkload('odd', { name: 'Odd' });
      for (const from of [0, 1000]) await send(Array.from({ length: 1000 }, (_, index) => run(from + index)));
      await send([run(0, { ...HOSTILE, workload: 'odd', externalId: 'odd' })]);
    });

    test('is scrolled through to its end with only the rows in sight in the page', async () => {
      const page = await screens().open('/pipelines?workload=long');
      await page.getByText('The newest 100 runs; there are more.').waitFor();
      const table = page.getByRole('table', { name: 'Pipeline runs' });
      expect(await table.getAttribute('aria-rowcount')).toBe('-1');
      let most = 0;
      for (
        let step = 0;
        step < 200 && (await page.getByText('2,000 runs, and no more.').count()) === 0;
        step += 1
      ) {
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await page.waitForTimeout(60);
        most = Math.max(most, await rowsOf(page).count());
      }
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.getByRole('link', { name: `job-${RUNS - 1}`, exact: true }).waitFor();
      expect(await table.getAttribute('aria-rowcount')).toBe(String(RUNS + 1));
      expect(most).toBeGreaterThan(5);
      expect(most).toBeLessThan(60);
      expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000);
      // Whoever opens a run and goes back is where they were.
      const place = await page.evaluate(() => scrollY);
      await page.getByRole('link', { name: `job-${RUNS - 1}`, exact: true }).click();
      await page.getByRole('heading', { name: `Run of job-${RUNS - 1}` }).waitFor();
      await page.goBack();
      await page.getByRole('link', { name: `job-${RUNS - 1}`, exact: true }).waitFor();
      expect(Math.abs((await page.evaluate(() => scrollY)) - place)).toBeLessThan(400);
      await page.evaluate(() => scrollTo(0, 0));
      await page.getByRole('link', { name: 'job-0', exact: true }).waitFor();
      await page.context().close();
    });

    test('is read on by the keyboard alone', async () => {
      const page = await screens().open('/pipelines?workload=long');
      await page.getByText('The newest 100 runs; there are more.').waitFor();
      await page.getByRole('button', { name: 'Load more runs' }).focus({});
      await page.keyboard.press('Enter');
      await page.getByText(/The newest [23]00 runs; there are more./).waitFor();
      await page.context().close();
    });

    test('tells of new runs without moving, and shows them at a press', async () => {
      const page = await screens().open('/profile');
      await page.clock.install();
      await page.goto(`${screens().server.url}/pipelines?workload=long`);
      await page.getByRole('link', { name: 'job-0', exact: true }).waitFor();
      await page.evaluate(() => scrollTo(0, 600));
      await send([
        run(-1, { externalId: 'new-1', job: 'new-1' }),
        run(-1, { externalId: 'new-2', job: 'new-2', status: 'running', conclusion: null, finishedAt: null }),
      ]);
      await page.clock.fastForward(16_000);
      const pill = page.getByRole('button', { name: 'Show 2 new runs' });
      await pill.waitFor();
      expect(await page.evaluate(() => scrollY)).toBe(600);
      expect(await page.getByRole('link', { name: 'new-1', exact: true }).count()).toBe(0);
      await keepPicture(page, 'pipeline-runs-new');
      await pill.click();
      await page.getByRole('link', { name: 'new-1', exact: true }).waitFor();
      expect(await pill.count()).toBe(0);
      // What runs is told anew where it stands.
      const running = rowsOf(page).filter({ has: page.getByRole('link', { name: 'new-2', exact: true }) });
      await running.getByText('Running').waitFor();
      await send([run(-1, { externalId: 'new-2', job: 'new-2' })]);
      await page.clock.fastForward(16_000);
      await running.getByText('Success').waitFor();
      await page.context().close();
    });

    test('keeps names from outside inert and in their place', async () => {
      for (const width of [360, 1440]) {
        const page = await screens().open('/pipelines?workload=odd', { width });
        await rowsOf(page).first().waitFor();
        await keepPicture(page, `pipeline-runs-odd-${width}`);
        await expectToFit(page);
        await expectAccessible(page);
        await openFirst(page);
        await page.getByText('were not sent').waitFor();
        await keepPicture(page, `pipeline-run-odd-${width}`);
        await expectToFit(page);
        await expectAccessible(page);
        await page.context().close();
      }
    });
  },
  { isEmpty: true },
);

describeScreens(
  'pipelines without data',
  (screens) => {
    test('say what to do', async () => {
      const page = await screens().open('/pipelines');
      await page.getByText('No runs in this time').waitFor();
      await page.getByRole('tab', { name: 'Health of jobs' }).click();
      await page.getByText(/No run completed in this time. Choose/).waitFor();
      await expectAccessible(page);
      await page.context().close();
    });
  },
  { isEmpty: true },
);
