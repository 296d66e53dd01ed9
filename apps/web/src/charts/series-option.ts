import { formatCalendarDate } from '../elements/format-time.ts';
import { formatValue } from '../metrics/format-value.ts';
import type { Palette } from './palette.ts';
import { lookOf } from './series-look.ts';
import type { TimePoint, TimeSeries } from './time-series.ts';

interface Context {
  readonly shape: 'line' | 'bar' | 'area';
  readonly isStacked: boolean;
  readonly yAxisIndex: number;
  readonly palette: Palette;
  /** Whether there are so many that points of their own would only be noise. */
  readonly isCrowded: boolean;
  /** Whether its name stands at its end. */
  readonly isNamed: boolean;
}

const MOST_SYMBOLS = 70;

/** A value in a tooltip: with how many rows are behind it, and what else must be known. */
export const describePoint = (
  point: TimePoint | undefined,
  value: unknown,
  unit: TimeSeries['unit'],
): string => {
  const notes = [
    point?.count === undefined ? undefined : `n = ${point.count}`,
    point?.of === undefined ? undefined : formatCalendarDate(point.of),
    point?.partial ? 'still running' : undefined,
    point?.cut ? 'cut by the range' : undefined,
  ].filter((note) => note !== undefined);
  const text = typeof value === 'number' ? formatValue(value, unit) : '—';
  return notes.length === 0 ? text : `${text}  (${notes.join(', ')})`;
};

/** One series as ECharts draws it. */
export const seriesOption = (one: TimeSeries, index: number, context: Context) => {
  const { shape, isStacked, palette, isCrowded } = context;
  const { color, dash, symbol, opacity } = lookOf(one, index, palette);
  const kind =
    one.average === undefined ? (one.shape ?? (one.isEarlier && shape !== 'line' ? 'line' : shape)) : 'line';
  const hasSymbols = symbol !== null && !isCrowded && one.points.length <= MOST_SYMBOLS;
  const isWhole = one.average === undefined;
  return {
    name: one.name,
    type: kind === 'bar' ? 'bar' : 'line',
    yAxisIndex: context.yAxisIndex,
    stack: isStacked && isWhole ? `${one.unit}${one.isEarlier ? ' before' : ''}` : undefined,
    color,
    symbol: symbol ?? 'none',
    symbolSize: hasSymbols ? 6 : 0,
    showSymbol: hasSymbols,
    connectNulls: false,
    z: one.isEarlier ? 1 : 2,
    lineStyle: { width: isWhole && !isCrowded ? 2 : 1.5, type: dash, opacity },
    itemStyle: { opacity },
    areaStyle: kind === 'area' && isWhole && !one.isEarlier ? { opacity: isStacked ? 0.5 : 0.15 } : undefined,
    emphasis: { focus: isCrowded ? 'series' : 'none' },
    barMaxWidth: 28,
    endLabel: context.isNamed
      ? {
          show: true,
          formatter: () => one.short ?? one.name,
          fontSize: 12,
          minMargin: 4,
          color,
          width: 128,
          overflow: 'truncate',
          distance: 8,
          fontFamily: 'inherit',
        }
      : undefined,
    labelLayout: context.isNamed ? { moveOverlap: 'shiftY' } : undefined,
    data: one.points.map(({ date, value, partial, cut }) => ({
      value: [date, value],
      itemStyle: partial || cut ? { opacity: 0.45 } : undefined,
    })),
    tooltip: {
      valueFormatter: (value: unknown, place?: number) =>
        describePoint(place === undefined ? undefined : one.points[place], value, one.unit),
    },
  };
};
