import type { EChartsCoreOption } from 'echarts/core';
import { formatCalendarDate } from '../elements/format-time.ts';
import { formatValue } from '../metrics/format-value.ts';
import { DASHES, SYMBOLS } from './palette.ts';
import type { Palette } from './palette.ts';
import type { Annotation, TimeSeries } from './time-series.ts';

interface TimeChart {
  readonly series: readonly TimeSeries[];
  readonly shape: 'line' | 'bar' | 'area';
  readonly isStacked: boolean;
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
}

const unitsOf = (series: readonly TimeSeries[]): readonly TimeSeries['unit'][] => [
  ...new Set(series.map((one) => one.unit)),
];

const pick = <T>(from: readonly T[], index: number): T => from[index % from.length] as T;

/** What ECharts draws for values over time. */
export const timeOption = ({
  series,
  shape,
  isStacked,
  annotations,
  palette,
}: TimeChart): EChartsCoreOption => {
  const units = unitsOf(series);
  const text = { color: palette.dimmed, fontFamily: 'inherit' };
  return {
    animation: false,
    grid: { left: 8, right: 16, top: series.length > 1 ? 40 : 16, bottom: 8, containLabel: true },
    legend:
      series.length > 1
        ? { type: 'scroll', top: 0, left: 0, icon: 'roundRect', textStyle: text, pageTextStyle: text }
        : undefined,
    tooltip: {
      trigger: 'axis',
      confine: true,
      renderMode: 'richText',
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontFamily: 'inherit' },
      axisPointer: { label: { show: false } },
    },
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: palette.grid } },
      axisLabel: { ...text, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: (units.length > 0 ? units.slice(0, 2) : (['count'] as const)).map((unit, index) => ({
      type: 'value',
      position: index === 0 ? 'left' : 'right',
      // A share that moves between 78 and 83 would be a flat line above a base of nought.
      scale: unit === 'percent' && shape === 'line',
      splitNumber: 4,
      axisLabel: { ...text, formatter: (value: number) => formatValue(value, unit) },
      splitLine: { show: index === 0, lineStyle: { color: palette.grid } },
    })),
    series: series.map((one, index) => {
      const kind = one.shape ?? shape;
      const color = one.isEarlier ? palette.dimmed : pick(palette.series, index);
      return {
        name: one.name,
        type: kind === 'bar' ? 'bar' : 'line',
        yAxisIndex: Math.min(units.indexOf(one.unit), 1),
        stack: isStacked && !one.isEarlier ? one.unit : undefined,
        color,
        symbol: pick(SYMBOLS, index),
        symbolSize: one.points.length > 70 ? 0 : 6,
        showSymbol: one.points.length <= 70,
        connectNulls: false,
        lineStyle: {
          width: 2,
          type: one.isEarlier ? 'dashed' : pick(DASHES, Math.floor(index / palette.series.length)),
        },
        areaStyle: kind === 'area' ? { opacity: isStacked ? 0.5 : 0.15 } : undefined,
        barMaxWidth: 28,
        data: one.points.map(({ date, value, partial }) => ({
          value: [date, value],
          itemStyle: partial ? { opacity: 0.45 } : undefined,
        })),
        tooltip: {
          valueFormatter: (value: unknown) =>
            typeof value === 'number' ? formatValue(value, one.unit) : '—',
        },
        markLine:
          index === 0 && annotations.length > 0
            ? {
                symbol: 'none',
                silent: false,
                data: annotations.map(({ date, label, kind: of }) => ({
                  name: `${formatCalendarDate(date)}: ${label}`,
                  xAxis: date,
                  lineStyle: {
                    color: of === 'incident' ? palette.worse : palette.dimmed,
                    type: of === 'incident' ? 'solid' : 'dotted',
                  },
                  label: { show: false },
                })),
              }
            : undefined,
      };
    }),
  };
};
