import type { Metric, Series } from '@codemetrics/contracts';
import type { TimeSeries } from '../../charts/time-series.ts';
import { VALUES } from '../code-metrics.ts';

const OTHERS = 'All others';

const sizeOf = ({ points }: Series): number =>
  points.reduce((sum, { value }) => sum + Math.abs(value ?? 0), 0);

/** The sum of what a chart has no room for, bucket by bucket. */
const together = (series: readonly Series[], unit: Metric['unit']): TimeSeries => ({
  name: OTHERS,
  unit,
  points: (series[0]?.points ?? []).map((point, index) => ({
    date: point.date,
    value: series.reduce((sum, { points }) => sum + (points[index]?.value ?? 0), 0),
    ...(point.partial ? { partial: true } : {}),
  })),
});

const nameOf = (dimension: string, value: string | null): string =>
  (value === null ? undefined : VALUES[dimension]?.[value]) ?? value ?? 'not known';

/** Its place among the values that have an order; the same for all where there is none. */
const placeOf = (dimension: string, { group }: Series): number =>
  Object.keys(VALUES[dimension] ?? {}).indexOf(group[dimension] ?? '');

/** The largest of series that can be added up, and the rest as one; the largest first. */
export const topSeries = (
  series: readonly Series[],
  dimension: string,
  unit: Metric['unit'],
  most: number,
): readonly TimeSeries[] => {
  const sorted = series
    .map((one) => ({ one, size: sizeOf(one) }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => placeOf(dimension, a.one) - placeOf(dimension, b.one) || b.size - a.size)
    .map(({ one }) => one);
  const named = (sorted.length <= most ? sorted : sorted.slice(0, most - 1)).map(
    ({ group, points }): TimeSeries => ({ name: nameOf(dimension, group[dimension] ?? null), unit, points }),
  );
  return sorted.length <= most ? named : [...named, together(sorted.slice(most - 1), unit)];
};
