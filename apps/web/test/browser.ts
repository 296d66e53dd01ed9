import { existsSync } from 'node:fs';
import chromiumPackage from '@sparticuz/chromium';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';

/** What went wrong in a page without a test having looked for it. */
export interface PageTroubles {
  readonly messages: string[];
}

/** Whether there is a browser for this machine: the one that CHROMIUM_PATH names, or the package's, which is for Linux. */
export const hasBrowser =
  process.env['CHROMIUM_PATH'] !== undefined || (process.platform === 'linux' && process.arch === 'x64');

/** In one process the whole browser ends with its first page; the others switch off what these tests are to see at work. */
const UNWANTED = [
  '--single-process',
  '--no-zygote',
  '--disable-web-security',
  '--allow-running-insecure-content',
  '--disable-site-isolation-trials',
];

/** Stands behind the name of tests that are skipped, to say why. */
export const whySkipped = hasBrowser
  ? ''
  : ' (no Chromium for this machine is known; CHROMIUM_PATH names one)';

export const launchBrowser = async (): Promise<Browser> => {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM_PATH: there is no ${named}`);
  return chromium.launch({
    executablePath: named ?? (await chromiumPackage.executablePath()),
    args: [...chromiumPackage.args.filter((one) => !UNWANTED.includes(one)), '--no-sandbox'],
    headless: true,
  });
};

/** A page that notes every error, every refusal of the content policy and every request to elsewhere. */
export const openPage = async (
  browser: Browser,
  origin: string,
  options: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<{ page: Page; troubles: PageTroubles }> => {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: 800 },
    colorScheme: options.dark ? 'dark' : 'light',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const messages: string[] = [];
  page.on('console', (message) => {
    // The browser itself notes each 4xx; a wrong password is meant to be one.
    if (message.type() === 'error' && !/Failed to load resource.*\b4\d\d\b/.test(message.text()))
      messages.push(message.text());
  });
  page.on('pageerror', (error) => messages.push(error.message));
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol.startsWith('http') && asked !== origin) messages.push(`request to ${asked}`);
  });
  return { page, troubles: { messages } };
};
