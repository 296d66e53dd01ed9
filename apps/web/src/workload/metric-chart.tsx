import { useMemo } from 'react';
import { Text } from '@mantine/core';
import type { Interval, Metric, Series } from '@codemetrics/contracts';
import { TimeChart } from '../charts/time-chart.tsx';
import type { TimeSeries } from '../charts/time-series.ts';
import { earlierPoints } from './earlier-points.ts';
import classes from './metric-card.module.css';

interface Props {
  readonly metric: Metric;
  readonly interval: Interval;
  readonly series: Series;
  /** Of the period before, drawn behind. */
  readonly earlier: Series | undefined;
}

const isCounted = ({ kind }: Metric): boolean => kind === 'count' || kind === 'sum' || kind === 'stock';

/** The course of a metric, with that of the period before behind it. */
export const MetricChart = ({ metric, interval, series, earlier }: Props) => {
  const drawn = useMemo<readonly TimeSeries[]>(() => {
    const { title: name, unit } = metric;
    const now = { name, unit, points: series.points };
    if (!earlier) return [now];
    const points = earlierPoints(series.points, earlier.points);
    return [now, { name: 'The period before', unit, points, shape: 'line', isEarlier: true }];
  }, [metric, series, earlier]);
  // A rate of 0 is a finding; a count of 0 in every bucket is nothing to draw.
  const isNothing = (value: number | null) => value === null || (isCounted(metric) && value === 0);
  if (drawn.every(({ points }) => points.every(({ value }) => isNothing(value))))
    return (
      <Text size="sm" c="dimmed" className={classes.nothing}>
        {earlier ? 'Nothing in this time, nor in the one before.' : 'Nothing in this time.'}
      </Text>
    );
  return (
    <TimeChart
      title={`${metric.title} by ${interval}`}
      series={drawn}
      shape={metric.kind === 'count' || metric.kind === 'sum' ? 'bar' : 'line'}
      height={200}
    />
  );
};
