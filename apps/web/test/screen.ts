import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { TestServer } from '../../server/test/harness.ts';
import { ADMIN_PASSWORD, startTestServer } from '../../server/test/harness.ts';
import type { PageTroubles } from './browser.ts';
import { hasBrowser, launchBrowser, openPage, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly dark?: boolean;
}

/** The looks that every screen is shown in. */
export const LOOKS = [
  { name: 'light-wide', width: 1440, dark: false },
  { name: 'dark-wide', width: 1440, dark: true },
  { name: 'light-narrow', width: 360, dark: false },
  { name: 'dark-narrow', width: 360, dark: true },
] as const;

const SCREENSHOTS = fileURLToPath(new URL('../../../.nx/cache/screens/', import.meta.url));
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What one file of tests works with: a server, and pages of it. */
export interface Screens {
  readonly server: TestServer;
  /** Opens a path as the administrator, or as whoever the session is of. */
  open(path: string, look?: Look, sessionToken?: string): Promise<Page>;
  /** Opens a path as somebody who is not signed in. */
  openAsStranger(path: string, look?: Look): Promise<Page>;
}

/**
 * Tests of screens on a server of their own, in a real Chromium, on the demo's data unless `isEmpty`. After them, no page
 * must have had an error, a breach of the content policy or a request to elsewhere.
 */
export const describeScreens = (
  name: string,
  tests: (screens: () => Screens) => void,
  { isEmpty = false, env = {} }: { isEmpty?: boolean; env?: Record<string, string> } = {},
): void => {
  describe.runIf(hasBrowser)(`${name}${whySkipped}`, () => {
    let server: TestServer | undefined;
    let browser: Browser | undefined;
    const seen: PageTroubles[] = [];

    const openAsStranger = async (path: string, look: Look = {}): Promise<Page> => {
      if (!browser || !server) throw new Error('the server is not started yet');
      const { page, troubles } = await openPage(browser, server.url, look);
      seen.push(troubles);
      await page.goto(`${server.url}${path}`);
      return page;
    };

    const open = async (path: string, look: Look = {}, sessionToken?: string): Promise<Page> => {
      if (!browser || !server) throw new Error('the server is not started yet');
      const { page, troubles } = await openPage(browser, server.url, look);
      seen.push(troubles);
      const { headers } = await server.call('POST', '/api/session', {
        json: { username: 'admin', password: ADMIN_PASSWORD },
      });
      // `name=value; …`, as the server sets it.
      const [, cookie = '', given = ''] = /^([^=]+)=([^;]+)/.exec(headers.get('set-cookie') ?? '') ?? [];
      await page
        .context()
        .addCookies([{ name: cookie, value: sessionToken ?? given, url: server.url, httpOnly: true }]);
      await page.goto(`${server.url}${path}`);
      return page;
    };

    beforeAll(async () => {
      await ensureBuilt();
      server = await startTestServer(
        isEmpty
          ? { env }
          : { template: inject('demoDatabase'), env: { TOKEN_SECRET: inject('demoSecret'), ...env } },
      );
      browser = await launchBrowser();
    });

    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });

    tests(() => {
      if (!server) throw new Error('the server is not started yet');
      return { server, open, openAsStranger };
    });

    test('nowhere was there an error, a breach of the content policy or a request to elsewhere', () => {
      expect(seen.length).toBeGreaterThan(0);
      expect(seen.flatMap((one) => one.messages)).toEqual([]);
    });
  });
};

/** Rules of WCAG 2.2 AA and good practice. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};

/** Fails with what axe found on the page, each with the element that it found it at. */
export const expectAccessible = async (page: Page): Promise<void> => {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (rules) =>
      (globalThis as unknown as { axe: { run: (options: RunOptions) => Promise<AxeResults> } }).axe.run(
        rules,
      ),
    RULES,
  );
  expect(
    violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 200)}`)),
  ).toEqual([]);
};

/** Fails where the page is wider than the window, so that a phone would scroll sideways. */
export const expectToFit = async (page: Page): Promise<void> => {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: innerWidth,
  }));
  expect(wide).toBeLessThanOrEqual(room);
};

/** Keeps a picture of the whole page, to be looked at: `.nx/cache/screens/<name>.png`. */
export const keepPicture = async (page: Page, name: string): Promise<void> => {
  await mkdir(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: `${SCREENSHOTS}${name}.png`, fullPage: true });
};

/** Opens a screen in every look, waits for what says that it stands, and holds it to what every screen must be. */
export const testEveryLook = (
  screens: () => Screens,
  { name, path, stands }: { name: string; path: string; stands: (page: Page) => Promise<unknown> },
): void => {
  test.each(LOOKS)(
    `${name} is accessible, fits and is kept as a picture: $name`,
    async ({ name: look, width, dark }) => {
      const page = await screens().open(path, { width, dark });
      await stands(page);
      await page.evaluate(() => document.fonts.ready);
      await keepPicture(page, `${name.replaceAll(/[^a-z0-9]+/gi, '-')}-${look}`);
      await expectToFit(page);
      await expectAccessible(page);
      await page.context().close();
    },
  );
};
