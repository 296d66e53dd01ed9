import type { EChartsCoreOption } from 'echarts/core';
import type { Palette } from '../../charts/palette.ts';
import type { Steps } from './steps.ts';
import { colourOf, stepOf, textOn } from './steps.ts';
import { plainTooltip } from './tooltip.ts';

export interface MatrixCell {
  readonly x: number;
  readonly y: number;
  readonly value: number;
  /** What it says when it is pointed at. */
  readonly text: string;
  /** What stands in it. */
  readonly label?: string;
}

interface Matrix {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly MatrixCell[];
  readonly steps: Steps;
  readonly palette: Palette;
  /** Pixels that a row's name may take up. */
  readonly nameWidth: number;
  /** Shows every so many a column's name; all that have room where left out. */
  readonly every?: number;
}

/** What ECharts draws for a field of cells, the first row at the top. */
export const matrixOption = (matrix: Matrix): EChartsCoreOption => {
  const { columns, rows, cells, steps, palette, nameWidth, every } = matrix;
  const axis = {
    type: 'category',
    axisTick: { show: false },
    axisLine: { show: false },
    splitArea: { show: false },
  };
  const text = { color: palette.dimmed, fontFamily: 'inherit', fontSize: 12 };
  return {
    animation: false,
    grid: { left: nameWidth + 8, right: 4, top: 24, bottom: 4 },
    tooltip: plainTooltip(palette, (data) => (data as Partial<MatrixCell> | undefined)?.text ?? ''),
    xAxis: {
      ...axis,
      position: 'top',
      data: [...columns],
      axisLabel: { ...text, ...(every === undefined ? {} : { interval: every - 1 }) },
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: [...rows],
      axisLabel: { ...text, interval: 0, width: nameWidth, overflow: 'truncate' },
    },
    // The legend beside the drawing says what it shows.
    visualMap: {
      type: 'piecewise',
      show: false,
      dimension: 2,
      pieces: [0, ...steps].map((end, at) => ({
        ...(at === 0 ? {} : { gt: at === 1 ? 0 : steps[at - 2] }),
        ...(at === steps.length ? {} : { lte: end }),
        color: at === 0 ? palette.surface : colourOf(at - 1, steps, palette.scale),
      })),
    },
    series: [
      {
        type: 'heatmap',
        data: cells.map(({ x, y, value, text: says, label }) => {
          const colour = colourOf(stepOf(value, steps), steps, palette.scale);
          return {
            value: [x, y, value],
            text: says,
            itemStyle: {
              borderColor: value === 0 ? palette.grid : palette.surface,
              ...{ borderWidth: 1, borderRadius: 3 },
            },
            label: { show: label !== undefined, formatter: label, color: textOn(colour), fontSize: 11 },
          };
        }),
        emphasis: { itemStyle: { borderColor: palette.text, borderWidth: 1 } },
      },
    ],
  };
};
