import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import chromiumPackage from '@sparticuz/chromium';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';
import { createClient } from '@codemetrics/client';
import { PASSWORD, startServer } from '../start-server.ts';
import { drawChart } from './draw-chart.ts';
import type { LoadedFile } from './first-load.ts';
import { gzipBytes, measureFirstLoad } from './first-load.ts';

const BUILD = fileURLToPath(new URL('../../../checks/src/ensure-web.ts', import.meta.url));
const KIB = 1024;
const FIRST_LOAD_KIB = 250;
const POINTS = 60;
const SERIES = 50;
const DRAWN_MS = 100;

const launch = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? (await chromiumPackage.executablePath()),
    args: ['--no-sandbox', '--disable-gpu'],
    headless: true,
  });

const kib = (bytes: number): string => (bytes / KIB).toFixed(1);
const verdict = (isMet: boolean): string => (isMet ? 'met' : 'MISSED');

const printFiles = (title: string, files: readonly LoadedFile[]): void => {
  console.log(`${title}: ${kib(gzipBytes(files))} KiB gzip in ${files.length} files`);
  for (const { name, bytes, gzipBytes: packed } of files.toSorted((a, b) => b.gzipBytes - a.gzipBytes))
    console.log(`  ${name.padEnd(44)}${kib(bytes).padStart(9)} KiB${kib(packed).padStart(9)} KiB gzip`);
};

/** One workload, so that the overview draws its table. */
const prepare = async (url: string): Promise<void> => {
  const { sessionToken } = await createClient({ url }).session.create({
    username: 'admin',
    password: PASSWORD,
  });
  await createClient({ url, token: sessionToken }).workloads.create({ id: 'bench', name: 'Bench' });
};

const benchFirstLoad = async (browser: Browser): Promise<boolean> => {
  const directory = await mkdtemp(join(tmpdir(), 'codemetrics-bench-'));
  try {
    const { url, stop } = await startServer(directory);
    try {
      await prepare(url);
      const { scripts, chartLibrary, styles } = await measureFirstLoad(browser, {
        ...{ url, username: 'admin', password: PASSWORD },
      });
      printFiles('scripts of the sign-in page and the overview', scripts);
      printFiles('chart library, loaded with the first drawing', chartLibrary);
      printFiles('style sheets', styles);
      const isMet = gzipBytes(scripts) < FIRST_LOAD_KIB * KIB;
      console.log(
        `first load: ${kib(gzipBytes(scripts))} KiB gzip, bar ${FIRST_LOAD_KIB} KiB: ${verdict(isMet)}\n`,
      );
      return isMet;
    } finally {
      await stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

const benchDrawing = async (browser: Browser, rounds: number): Promise<boolean> => {
  const times = await drawChart(browser, { points: POINTS, series: SERIES, rounds: rounds + 1 });
  const [first = 0, ...rest] = times;
  const sorted = rest.toSorted((one, other) => one - other);
  const median = sorted[Math.floor(sorted.length / 2)] ?? first;
  const isMet = median < DRAWN_MS;
  console.log(
    `${POINTS} points × ${SERIES} series: ${median.toFixed(0)} ms (median of ${rest.length}, worst ${(sorted.at(-1) ?? 0).toFixed(0)} ms; ` +
      `the very first, with nothing warm, ${first.toFixed(0)} ms), bar ${DRAWN_MS} ms: ${verdict(isMet)}`,
  );
  return isMet;
};

/** Measures the web app's first load and how long a large chart takes to draw. False where a bar is missed. */
export const benchWeb = async ({ rounds }: { readonly rounds: number }): Promise<boolean> => {
  execFileSync(process.execPath, [BUILD, '--strict'], { stdio: 'inherit' });
  const browser = await launch();
  try {
    console.log(
      `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ` +
        `load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}, Chromium ${browser.version()}\n`,
    );
    const isSmall = await benchFirstLoad(browser);
    const isQuick = await benchDrawing(browser, rounds);
    return isSmall && isQuick;
  } finally {
    await browser.close();
  }
};
