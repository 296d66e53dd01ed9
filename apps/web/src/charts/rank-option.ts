import type { EChartsCoreOption } from 'echarts/core';
import { formatValue } from '../metrics/format-value.ts';
import type { Palette } from './palette.ts';
import { describePoint } from './series-option.ts';
import type { TimeSeries } from './time-series.ts';

const SHOWN_LETTERS = 42;
const ROW_PIXELS = 30;

const short = (name: string): string =>
  name.length > SHOWN_LETTERS ? `${name.slice(0, SHOWN_LETTERS)}…` : name;

/** How high a ranking of so many is. */
export const rankHeight = (count: number): number => 40 + Math.max(2, count) * ROW_PIXELS;

/** One figure a series, the largest on top: what remains where the interval is the whole range. One unit only. */
export const rankOption = (series: readonly TimeSeries[], palette: Palette): EChartsCoreOption => {
  const rows = series
    .map((one) => ({ ...one, point: one.points[0] }))
    // ECharts counts the rows from below.
    .sort((one, other) => (one.point?.value ?? -Infinity) - (other.point?.value ?? -Infinity));
  const unit = series[0]?.unit ?? 'count';
  const text = { color: palette.dimmed, fontFamily: 'inherit' };
  return {
    animation: false,
    grid: { left: 8, right: 72, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'none' },
      confine: true,
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontFamily: 'inherit', fontSize: 13 },
      valueFormatter: (value: unknown, place?: number) =>
        describePoint(place === undefined ? undefined : rows[place]?.point, value, unit),
    },
    xAxis: {
      type: 'value',
      axisLabel: { ...text, formatter: (value: number) => formatValue(value, unit), hideOverlap: true },
      splitLine: { lineStyle: { color: palette.grid } },
    },
    yAxis: {
      type: 'category',
      data: rows.map((one) => one.short ?? one.name),
      axisLabel: { ...text, color: palette.text, formatter: short },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.grid } },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 20,
        color: palette.series[0],
        data: rows.map(({ point, isEarlier }) => ({
          value: point?.value ?? null,
          itemStyle: { opacity: isEarlier ? 0.4 : 1, borderRadius: [0, 3, 3, 0] },
        })),
        label: {
          show: true,
          position: 'right',
          color: palette.text,
          fontFamily: 'inherit',
          formatter: ({ value }: { value: unknown }) =>
            typeof value === 'number' ? formatValue(value, unit) : '',
        },
      },
    ],
  };
};
