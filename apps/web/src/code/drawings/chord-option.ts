import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../../charts/palette.ts';
import { plainTooltip } from './tooltip.ts';

export interface Chord {
  readonly a: string;
  readonly b: string;
  readonly value: number;
  /** What it says when it is pointed at. */
  readonly text: string;
}

interface Circle {
  /** Each once. */
  readonly names: readonly string[];
  readonly chords: readonly Chord[];
  readonly palette: Palette;
  /** Pixels that a name may take up beside the circle. */
  readonly nameWidth: number;
  /** How far from the middle to the edge the circle reaches, in percent. */
  readonly reach: number;
}

/** What ECharts draws for names round a circle, and what ties them together. */
export const chordOption = ({ names, chords, palette, nameWidth, reach }: Circle): EChartsCoreOption => ({
  animation: false,
  color: [...palette.series],
  tooltip: plainTooltip(palette, (data) => {
    const { text, name } = (data ?? {}) as { text?: string; name?: string };
    return text ?? name ?? '';
  }),
  series: [
    {
      type: 'chord',
      radius: [`${reach - 6}%`, `${reach}%`],
      padAngle: 1.5,
      minAngle: 2,
      data: names.map((name) => ({ name })),
      links: chords.map(({ a, b, value, text }) => ({ source: a, target: b, value, text })),
      lineStyle: { color: 'gradient', opacity: 0.45 },
      emphasis: { focus: 'adjacency', lineStyle: { opacity: 0.8 } },
      label: {
        ...{ show: true, position: 'outside', distance: 6 },
        ...{
          color: palette.text,
          fontFamily: 'inherit',
          fontSize: 11,
          width: nameWidth,
          overflow: 'truncate',
        },
      },
    },
  ],
});
