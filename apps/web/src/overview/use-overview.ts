import { useQuery } from '@tanstack/react-query';
import type { Interval, Metric, QueryResult, Series } from '@codemetrics/contracts';
import { client } from '../api/client.ts';
import type { DateRange } from '../range/date-range.ts';
import { daysOf } from '../range/date-range.ts';

/** The answer, with a lookup of what one metric has for one group: a workload's id, or the value of a tag. */
export interface Overview {
  readonly range: QueryResult['dateRange'];
  readonly interval: Interval;
  readonly asOf: string;
  readonly find: (metricId: string, group: string | null) => Series | undefined;
}

const toOverview = (answer: QueryResult): Overview => {
  const byMetric = new Map(
    answer.results.map((result) => [
      result.query,
      new Map(result.series.map((series) => [Object.values(series.group)[0] ?? null, series])),
    ]),
  );
  return {
    range: answer.dateRange,
    interval: answer.interval,
    asOf: answer.asOf,
    find: (metricId, group) => byMetric.get(metricId)?.get(group),
  };
};

/** So many points that a small line shows its course: at most about 60. */
const intervalOf = (range: DateRange): Interval => {
  const days = daysOf(range);
  if (days <= 31) return 'day';
  if (days <= 400) return 'week';
  return days <= 1900 ? 'month' : 'quarter';
};

interface Asked {
  readonly metrics: readonly Metric[];
  /** undefined: every workload that the person may see. */
  readonly workloadIds: readonly string[] | undefined;
  readonly range: DateRange & { readonly timezone: string };
  /** `workload`, or `tag:KEY` to pool those that share its value. */
  readonly groupBy: string;
  /** Only the values over the range as a whole, to sort by. */
  readonly isTotal?: boolean;
  readonly enabled?: boolean;
}

/** The metrics of workloads over the range, compared with the period before. */
export const useOverview = ({
  metrics,
  workloadIds,
  range,
  groupBy,
  isTotal = false,
  enabled = true,
}: Asked) => {
  const { start, end, timezone } = range;
  const queries = metrics.map((metric) => metric.id);
  return useQuery({
    queryKey: ['overview', queries, workloadIds ?? 'all', start, end, timezone, groupBy, isTotal],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          queries,
          ...(workloadIds ? { workloads: [...workloadIds] } : {}),
          dateRange: { start, end },
          interval: isTotal ? 'total' : intervalOf(range),
          timezone,
          groupBy: [groupBy],
          ...(isTotal ? {} : { compareTo: 'previous-period' }),
        },
        { signal },
      ),
    select: toOverview,
    enabled: enabled && queries.length > 0 && workloadIds?.length !== 0,
  });
};
