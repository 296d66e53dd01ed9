import type { EChartsCoreOption } from 'echarts/core';
import { formatDate } from '../elements/format-time.ts';
import { formatValue } from '../metrics/format-value.ts';
import { eventSeries } from './events-option.ts';
import type { Palette } from './palette.ts';
import { seriesOption } from './series-option.ts';
import type { Annotation, TimeSeries } from './time-series.ts';
import { zoomOption } from './zoom-option.ts';

interface TimeChart {
  readonly series: readonly TimeSeries[];
  readonly shape: 'line' | 'bar' | 'area';
  readonly isStacked: boolean;
  readonly annotations: readonly Annotation[];
  readonly palette: Palette;
  /** false: the legend stands outside. */
  readonly hasLegend?: boolean;
  /** Dragging over it, or turning the wheel with Ctrl, shows a part of the time. */
  readonly hasZoom?: boolean;
  /** Each line's name stands at its end. */
  readonly hasNames?: boolean;
}

const MANY_SERIES = 12;
/** So many lines in one tooltip would fill the screen; then it tells of one. */
const MOST_IN_TOOLTIP = 16;
const NAME_ROOM = 148;

const unitsOf = (series: readonly TimeSeries[]): readonly TimeSeries['unit'][] => [
  ...new Set(series.map((one) => one.unit)),
];

/** The day above the values of a tooltip. */
const dateOf = ({ value }: { readonly value: number }): string => formatDate(new Date(value).toISOString());

/** What ECharts draws for values over time. */
export const timeOption = ({
  series,
  shape,
  isStacked,
  annotations,
  palette,
  hasLegend = series.length > 1,
  hasZoom = false,
  hasNames = false,
}: TimeChart): EChartsCoreOption => {
  const units = unitsOf(series);
  const text = { color: palette.dimmed, fontFamily: 'inherit' };
  const axes = units.length > 0 ? units.slice(0, 2) : (['count'] as const);
  const isCrowded = series.filter((one) => !one.isEarlier && one.average === undefined).length > MANY_SERIES;
  const names = hasNames && shape !== 'bar';
  const hasPatterns = series.length > 1 && series.length <= MANY_SERIES && (shape === 'bar' || isStacked);
  return {
    animation: false,
    aria: { enabled: hasPatterns, label: { enabled: false }, decal: { show: hasPatterns } },
    grid: {
      left: 8,
      right: names ? NAME_ROOM : 16,
      top: hasLegend ? 40 : 16,
      bottom: 8,
      containLabel: true,
    },
    legend: hasLegend
      ? { type: 'scroll', top: 0, left: 0, icon: 'roundRect', textStyle: text, pageTextStyle: text }
      : undefined,
    tooltip: {
      trigger: series.length > MOST_IN_TOOLTIP ? 'item' : 'axis',
      confine: true,
      renderMode: 'richText',
      order: isStacked ? 'seriesDesc' : 'valueDesc',
      backgroundColor: palette.surface,
      borderColor: palette.grid,
      textStyle: { color: palette.text, fontFamily: 'inherit', fontSize: 13 },
      axisPointer: { label: { show: false, formatter: dateOf }, lineStyle: { color: palette.dimmed } },
    },
    ...(hasZoom && zoomOption(palette)),
    xAxis: {
      type: 'time',
      axisLine: { lineStyle: { color: palette.grid } },
      axisLabel: { ...text, hideOverlap: true },
      splitLine: { show: false },
    },
    yAxis: [
      ...axes.map((unit, index) => ({
        type: 'value',
        position: index === 0 ? 'left' : 'right',
        // A share that moves between 78 and 83 would be a flat line above a base of nought.
        scale: unit === 'percent' && shape === 'line',
        splitNumber: 4,
        axisLabel: { ...text, formatter: (value: number) => formatValue(value, unit) },
        splitLine: { show: index === 0, lineStyle: { color: palette.grid } },
      })),
      { type: 'value', min: 0, max: 1, show: false },
    ],
    series: [
      ...series.map((one, index) =>
        seriesOption(one, index, {
          ...{ shape, isStacked, palette, isCrowded },
          yAxisIndex: Math.max(0, Math.min(units.indexOf(one.unit), 1)),
          isNamed: names && !one.isEarlier && one.average === undefined,
        }),
      ),
      ...eventSeries(annotations, axes.length, palette),
    ],
  };
};
