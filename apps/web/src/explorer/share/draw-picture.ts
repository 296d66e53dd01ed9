import type { ECharts } from 'echarts/core';
import type { Palette } from '../../charts/palette.ts';
import type { SeriesLook } from '../../charts/series-look.ts';

/** One line of a picture's legend. */
export interface PictureName {
  readonly name: string;
  readonly look: SeriesLook;
}

interface Picture {
  readonly title: string;
  readonly charts: readonly ECharts[];
  readonly names: readonly PictureName[];
  readonly palette: Palette;
}

const SCALE = 2;
const PAD = 24;
const LINE = 20;
const SWATCH = 24;
const FONT = 'system-ui, sans-serif';
const DASHES = { solid: [], dashed: [5, 3], dotted: [2, 2] };

/** The charts one under the other, with a title and the legend, which on the screen stands outside of them. */
export const drawPicture = ({ title, charts, names, palette }: Picture): Promise<Blob | null> => {
  const width = Math.max(480, ...charts.map((chart) => chart.getWidth())) + 2 * PAD;
  const drawn = charts.reduce((sum, chart) => sum + chart.getHeight() + PAD, 0);
  const height = 2 * PAD + 2 * LINE + drawn + names.length * LINE;
  const canvas = document.createElement('canvas');
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, width, height);
  pen.textBaseline = 'middle';
  pen.lineWidth = 2;
  const write = (text: string, left: number, middle: number): void => {
    pen.fillStyle = palette.text;
    pen.fillText(text, left, middle, width - left - PAD);
  };
  pen.font = `600 16px ${FONT}`;
  write(title, PAD, PAD + LINE / 2);
  let top = PAD + 2 * LINE;
  for (const chart of charts) {
    const picture = chart.renderToCanvas({ pixelRatio: SCALE, backgroundColor: palette.surface });
    pen.drawImage(picture, PAD, top, chart.getWidth(), chart.getHeight());
    top += chart.getHeight() + PAD;
  }
  pen.font = `13px ${FONT}`;
  names.forEach(({ name, look }, index) => {
    const middle = top + index * LINE + LINE / 2;
    pen.strokeStyle = look.color;
    pen.setLineDash(DASHES[look.dash]);
    pen.beginPath();
    pen.moveTo(PAD, middle);
    pen.lineTo(PAD + SWATCH, middle);
    pen.stroke();
    write(name, PAD + SWATCH + 10, middle);
  });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};
