import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { Seeded } from './hostile-text.ts';
import { HOSTILE, seedHostileText, WORKLOAD } from './hostile-text.ts';
import { describeScreens, expectToFit, keepPicture } from './screen.ts';

interface Shown {
  readonly name: string;
  readonly path: (seeded: Seeded) => string;
  /** Which of the texts the screen shows as they are; the rest may be cut, or stand elsewhere. */
  readonly shows: readonly (keyof typeof HOSTILE)[];
  /** What is done before it is looked at. */
  readonly act?: (page: Page) => Promise<unknown>;
}

/** Every screen that shows what people and machines have named. */
const SCREENS: readonly Shown[] = [
  { name: 'overview', path: () => '/', shows: ['script', 'quotes', 'emoji'] },
  { name: 'workload', path: () => `/workloads/${WORKLOAD}`, shows: ['script'] },
  {
    name: 'explorer',
    path: () => `/explorer?metrics=pipeline-runs&workloads=${WORKLOAD}&by=job&events=deployments,incidents`,
    shows: ['script', 'quotes', 'emoji', 'rightToLeft'],
  },
  { name: 'pipelines', path: () => '/pipelines', shows: ['script', 'quotes'] },
  { name: 'pipelines health', path: () => `/pipelines?tab=health&workload=${WORKLOAD}`, shows: ['script'] },
  { name: 'run', path: ({ runId }) => `/pipelines/runs/${runId}`, shows: ['script'] },
  ...['coverage', 'hotspots', 'coupling', 'churn'].map((view) => ({
    name: `code-${view}`,
    path: () => `/code?tab=${view}&workload=${WORKLOAD}`,
    // Paths with a slash are shown in two parts.
    shows: view === 'hotspots' || view === 'coupling' ? (['emoji', 'rightToLeft'] as const) : [],
  })),
  { name: 'tokens', path: () => '/tokens', shows: ['script', 'quotes', 'emoji'] },
  { name: 'profile', path: () => '/profile', shows: ['long'] },
  { name: 'workloads', path: () => '/administration/workloads', shows: ['script', 'quotes'] },
  { name: 'users', path: () => '/administration/users', shows: ['script', 'quotes', 'emoji'] },
  {
    name: 'deliveries',
    path: () => '/administration/sources?source=github',
    shows: ['script'],
  },
  { name: 'audit', path: () => '/administration/audit', shows: [] },
  {
    name: 'start',
    path: () => `/start?workload=${WORKLOAD}&with=git`,
    shows: ['script', 'quotes'],
    act: (page) =>
      page.getByRole('list', { name: 'What has arrived' }).getByRole('listitem').first().waitFor(),
  },
  {
    name: 'palette',
    path: () => '/profile',
    shows: ['script'],
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: /^Search screens/ }).fill('script');
      await page.getByRole('option').first().waitFor();
    },
  },
];

const WIDTHS = [
  { look: 'wide', width: 1440, dark: false },
  { look: 'narrow', width: 360, dark: true },
] as const;

describeScreens(
  'hostile text',
  (screens) => {
    let seeded: Seeded;

    beforeAll(async () => {
      seeded = await seedHostileText(screens().server);
    });

    test.each(SCREENS.flatMap((screen) => WIDTHS.map((width) => ({ ...screen, ...width }))))(
      'is only text, and fits: $name, $look',
      async ({ name, path, shows, act, look, width, dark }) => {
        const page = await screens().open(path(seeded), { width, dark }, seeded.session);
        const dialogs: string[] = [];
        page.on('dialog', (dialog) => {
          dialogs.push(dialog.message());
          void dialog.dismiss();
        });
        await page.getByRole('heading', { level: 1 }).waitFor();
        await act?.(page);
        // A screen that looks again and again never has nothing under way.
        await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
        await page.waitForTimeout(300);
        await keepPicture(page, `hostile-${name}-${look}`);
        const text = await page.evaluate(() => document.body.textContent ?? '');
        const values = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLInputElement>('input, textarea, option')]
            .map((one) => one.value)
            .join('\n'),
        );
        for (const key of shows) expect(`${text}\n${values}`).toContain(HOSTILE[key]);
        expect(await page.evaluate(() => (window as { __hacked?: unknown }).__hacked)).toBeUndefined();
        expect(dialogs).toEqual([]);
        expect(await page.getByText('This screen could not be shown').count()).toBe(0);
        await expectToFit(page);
        await page.context().close();
      },
    );
  },
  { isEmpty: true },
);
