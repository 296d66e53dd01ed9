import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipBytes, measureFirstLoad } from '@codemetrics/bench';
import type { TestServer } from '../../server/test/harness.ts';
import { ADMIN_PASSWORD, startTestServer } from '../../server/test/harness.ts';
import { hasBrowser, launchBrowser, whySkipped } from './browser.ts';
import { ensureBuilt } from './ensure-built.ts';

const MOST_BYTES = 250 * 1024;

describe.runIf(hasBrowser)(`the first load${whySkipped}`, () => {
  let server: TestServer;
  let browser: Browser;

  beforeAll(async () => {
    await ensureBuilt();
    server = await startTestServer();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  test('is under 250 KiB of packed script, the chart library apart', async () => {
    await server.createWorkload('shop', { name: 'Shop' });
    const { scripts } = await measureFirstLoad(browser, {
      ...{ url: server.url, username: 'admin', password: ADMIN_PASSWORD },
    });
    // One that finds nothing would be small, too.
    expect(scripts.some(({ name }) => name.startsWith('index-'))).toBe(true);
    expect(scripts.length).toBeGreaterThan(3);
    expect(gzipBytes(scripts)).toBeLessThan(MOST_BYTES);
    const names = scripts.map(({ name }) => name).join('\n');
    for (const later of ['command-palette', 'keyboard-help', 'start-page', 'tokens-page'])
      expect(names).not.toContain(later);
  });
});
