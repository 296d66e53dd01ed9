import type { TimeSeries } from '../../charts/time-series.ts';
import type { AnsweredSeries } from './to-series.ts';

/** One chart, and what it shows. */
export interface PlannedChart {
  readonly title: string;
  readonly series: readonly TimeSeries[];
}

export const MOST_DRAWN = 50;

const bySize = (one: AnsweredSeries, other: AnsweredSeries): number =>
  Math.abs(other.summary.value ?? 0) - Math.abs(one.summary.value ?? 0);

/** Those that are drawn: all, or the largest ones of each unit, in the order of the answer. */
export const drawnOf = (series: readonly AnsweredSeries[]): readonly AnsweredSeries[] => {
  if (series.length <= MOST_DRAWN) return series;
  const units = [...new Set(series.map((one) => one.main.unit))];
  const each = Math.max(1, Math.floor(MOST_DRAWN / units.length));
  const kept = new Set(
    units.flatMap((unit) =>
      series
        .filter((one) => one.main.unit === unit)
        .sort(bySize)
        .slice(0, each),
    ),
  );
  return series.filter((one) => kept.has(one));
};

const titleOf = (series: readonly AnsweredSeries[]): string =>
  [...new Set(series.map((one) => one.metric.title))].join(', ');

/** One chart for up to two units, which get an axis each; else, and in a ranking, one for each. */
export const planCharts = (series: readonly AnsweredSeries[], isRanking: boolean): PlannedChart[] => {
  if (series.length === 0) return [];
  const units = [...new Set(series.map((one) => one.main.unit))];
  const parts =
    units.length <= (isRanking ? 1 : 2)
      ? [series]
      : units.map((unit) => series.filter((one) => one.main.unit === unit));
  return parts.map((part) => {
    // Of one metric alone, the group says it all.
    const isOne = new Set(part.map((one) => one.metric)).size === 1;
    const named = ({ main, group }: AnsweredSeries): TimeSeries =>
      isOne && group !== '' ? { ...main, short: group } : main;
    return {
      title: titleOf(part),
      series: [...part.flatMap((one) => one.beside), ...part.map(named)],
    };
  });
};
