import { useQuery } from '@tanstack/react-query';
import type { Metric, QueryResult, Series } from '@codemetrics/contracts';
import { client } from '../api/client.ts';
import { lastDays, viewerZone } from '../range/date-range.ts';

/** The answer, with a lookup of what one metric has for one workload. */
export interface Overview {
  readonly range: QueryResult['dateRange'];
  readonly asOf: string;
  readonly find: (metricId: string, workloadId: string) => Series | undefined;
}

const toOverview = (answer: QueryResult): Overview => {
  const byMetric = new Map(
    answer.results.map((result) => [
      result.query,
      new Map(result.series.map((series) => [series.group['workload'], series])),
    ]),
  );
  return {
    range: answer.dateRange,
    asOf: answer.asOf,
    find: (metricId, workloadId) => byMetric.get(metricId)?.get(workloadId),
  };
};

/** The metrics of these workloads over the last 90 days by week, compared with the 90 days before. */
export const useOverview = (metrics: readonly Metric[], workloadIds: readonly string[]) => {
  const queries = metrics.map((metric) => metric.id);
  return useQuery({
    queryKey: ['overview', queries, workloadIds],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          queries,
          workloads: [...workloadIds],
          dateRange: lastDays(90, new Date(), viewerZone()),
          interval: 'week',
          timezone: viewerZone(),
          compareTo: 'previous-period',
        },
        { signal },
      ),
    select: toOverview,
    enabled: workloadIds.length > 0,
  });
};
