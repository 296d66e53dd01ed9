import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';

const CHARTS = fileURLToPath(new URL('../../../../apps/web/src/charts/', import.meta.url));

/** What runs in the page: the app's own chart library and its own description of a chart, drawn anew each round. */
const ENTRY = `
  import { init } from './echarts.ts';
  import { timeOption } from './time-option.ts';
  const colours = ['#3b5bdb', '#b85c00', '#00795c', '#a6358f', '#8a6d00', '#0b7fb0', '#c2362b', '#5f6873'];
  const palette = { series: colours, text: '#212529', dimmed: '#495057', grid: '#dee2e6', surface: '#ffffff',
    better: '#0b6e4f', worse: '#b02525', scale: colours.slice(0, 5) };
  const day = (index) => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
  window.draw = (points, lines) => {
    const series = Array.from({ length: lines }, (_, line) => ({ name: 'series ' + line, unit: 'count',
      points: Array.from({ length: points }, (_, index) => ({ date: day(index),
        value: 50 + line + 20 * Math.sin(index / 5 + line) })) }));
    const place = document.createElement('div');
    place.style.cssText = 'width: 1100px; height: 400px';
    document.body.replaceChildren(place);
    const begun = performance.now();
    const chart = init(place, null, { renderer: 'canvas' });
    chart.setOption(timeOption({ series, shape: 'line', isStacked: false, annotations: [], palette }));
    chart.getZr().flush();
    // Reading a point back waits until all of it is really on the canvas.
    for (const canvas of place.querySelectorAll('canvas')) canvas.getContext('2d').getImageData(0, 0, 1, 1);
    const took = performance.now() - begun;
    const drawn = place.querySelectorAll('canvas').length;
    chart.dispose();
    if (drawn === 0) throw new Error('nothing was drawn');
    return took;
  };
`;

/** The milliseconds that each drawing of a chart takes in a real browser; the first with nothing warm. */
export const drawChart = async (
  browser: Browser,
  { points, series, rounds }: { readonly points: number; readonly series: number; readonly rounds: number },
): Promise<readonly number[]> => {
  const bundle = await build({
    stdin: { contents: ENTRY, resolveDir: CHARTS, loader: 'ts' },
    ...{ bundle: true, write: false, minify: true, format: 'iife', logLevel: 'silent' },
    // React is imported by the palette's hook alone, which is not called here.
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.setContent('<!doctype html><body></body>');
    await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
    const times: number[] = [];
    for (let round = 0; round < rounds; round++)
      times.push(
        await page.evaluate(
          ([count, lines]) =>
            (globalThis as unknown as { draw: (points: number, lines: number) => number }).draw(
              count!,
              lines!,
            ),
          [points, series],
        ),
      );
    return times;
  } finally {
    await page.close();
  }
};
