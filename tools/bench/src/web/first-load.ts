import { gzipSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';

/** One script or style sheet that a page loaded. */
export interface LoadedFile {
  readonly name: string;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** What the browser loads before the overview stands. */
export interface FirstLoad {
  readonly scripts: readonly LoadedFile[];
  /** Loaded with the first drawing, and so apart. */
  readonly chartLibrary: readonly LoadedFile[];
  readonly styles: readonly LoadedFile[];
}

const CHART_LIBRARY = /^echarts-/;

/** The sum of the files, packed. */
export const gzipBytes = (files: readonly LoadedFile[]): number =>
  files.reduce((sum, { gzipBytes: one }) => sum + one, 0);

/**
 * Signs in at the sign-in page of a server and waits for the overview, as a person with an empty cache does. What the app
 * fetches ahead when it has nothing else to do is left out: the browser is never idle here.
 */
export const measureFirstLoad = async (
  browser: Browser,
  { url, username, password }: { readonly url: string; readonly username: string; readonly password: string },
): Promise<FirstLoad> => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    await context.addInitScript('window.requestIdleCallback = () => 0');
    const page = await context.newPage();
    const answers: Response[] = [];
    page.on('response', (response) => {
      if (['script', 'stylesheet'].includes(response.request().resourceType())) answers.push(response);
    });
    await page.goto(`${url}/sign-in`);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    const files = await Promise.all(
      answers.map(async (response) => {
        const body = await response.body();
        return {
          name: new URL(response.url()).pathname.split('/').at(-1) ?? '',
          bytes: body.length,
          gzipBytes: gzipSync(body).length,
        };
      }),
    );
    const distinct = [...new Map(files.map((file) => [file.name, file])).values()];
    const scripts = distinct.filter(({ name }) => name.endsWith('.js'));
    return {
      scripts: scripts.filter(({ name }) => !CHART_LIBRARY.test(name)),
      chartLibrary: scripts.filter(({ name }) => CHART_LIBRARY.test(name)),
      styles: distinct.filter(({ name }) => name.endsWith('.css')),
    };
  } finally {
    await context.close();
  }
};
