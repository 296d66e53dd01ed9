import { useMemo } from 'react';
import { SimpleGrid, Skeleton, Text } from '@mantine/core';
import type { Metric, Point, QueryResult } from '@codemetrics/contracts';
import { TimeChart } from '../../charts/time-chart.tsx';
import type { TimeSeries } from '../../charts/time-series.ts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Panel } from '../../elements/panel.tsx';
import { metricOf } from './health-metrics.ts';
import type { HealthScope } from './use-health.ts';
import { useTotals } from './use-health.ts';

interface Props {
  readonly metrics: readonly Metric[];
  readonly scope: HealthScope;
}

const HEIGHT = 220;

const toSeries = (
  name: string,
  metric: Metric,
  answer: QueryResult | undefined,
  valueOf: (point: Point) => number | null,
): TimeSeries => {
  const points = answer?.results.find((result) => result.query === metric.id)?.series[0]?.points ?? [];
  return {
    name,
    unit: metric.unit,
    points: points.map((point) => ({
      date: point.date,
      value: valueOf(point),
      ...(point.partial ? { partial: true } : {}),
    })),
  };
};

/** The share that succeeded, and how long runs took, over the chosen time. */
export const HealthCharts = ({ metrics, scope }: Props) => {
  const success = metricOf(metrics, 'success');
  const duration = metricOf(metrics, 'duration');
  const asked = useMemo(
    () => [success, duration].filter((metric) => metric !== undefined),
    [success, duration],
  );
  const { data, error, refetch } = useTotals(asked, scope);
  const charts = useMemo(
    () => [
      ...(success
        ? [{ metric: success, series: [toSeries(success.title, success, data, (point) => point.value)] }]
        : []),
      ...(duration
        ? [
            {
              metric: duration,
              series: [
                toSeries('Median', duration, data, (point) => point.value),
                toSeries('90 of 100 within', duration, data, (point) => point.p90 ?? null),
              ],
            },
          ]
        : []),
    ],
    [success, duration, data],
  );
  if (error)
    return (
      <ErrorNotice title="The charts could not be loaded" error={error} onRetry={() => void refetch()} />
    );
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }}>
      {charts.map(({ metric, series }) => (
        <Panel key={metric.id} title={metric.title} description={metric.description}>
          {data === undefined ? (
            <Skeleton height={HEIGHT + 28} />
          ) : series.every((one) => one.points.every((point) => point.value === null)) ? (
            <Text c="dimmed" h={HEIGHT + 28}>
              No run completed in this time.
            </Text>
          ) : (
            <TimeChart title={`${metric.title} over time`} series={series} height={HEIGHT} />
          )}
        </Panel>
      ))}
    </SimpleGrid>
  );
};
