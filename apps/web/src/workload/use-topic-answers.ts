import { useQuery } from '@tanstack/react-query';
import type { Interval, Metric, MetricResult, QueryResult } from '@codemetrics/contracts';
import { client } from '../api/client.ts';
import { previousRange } from '../metrics/previous-range.ts';
import type { DateRange } from '../range/date-range.ts';

/** What the metrics of a topic answer for one workload, and what they answered in the period before. */
export interface TopicAnswers {
  readonly answer: QueryResult;
  readonly find: (metricId: string) => MetricResult | undefined;
  readonly findEarlier: (metricId: string) => MetricResult | undefined;
}

interface Asked {
  readonly workload: string;
  readonly metrics: readonly Metric[];
  readonly range: DateRange & { readonly timezone: string };
  readonly isCompared: boolean;
}

interface Part {
  readonly metrics: readonly Metric[];
  readonly workload: string;
  readonly range: DateRange;
  readonly timezone: string;
  /** Left out: as the server chooses it for the range. */
  readonly interval?: Interval | undefined;
  readonly isCompared: boolean;
  readonly enabled: boolean;
}

const useAnswer = ({ metrics, workload, range, timezone, interval, isCompared, enabled }: Part) => {
  const queries = metrics.map((metric) => metric.id);
  const { start, end } = range;
  return useQuery({
    queryKey: ['workload', workload, queries, start, end, timezone, interval, isCompared],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          ...{ queries, workloads: [workload], timezone, dateRange: { start, end } },
          ...(interval === undefined ? {} : { interval }),
          ...(isCompared ? { compareTo: 'previous-period' } : {}),
        },
        { signal },
      ),
    enabled: enabled && queries.length > 0,
  });
};

const finder = (answer: QueryResult | undefined) => {
  const byId = new Map(answer?.results.map((result) => [result.query, result]));
  return (id: string): MetricResult | undefined => byId.get(id);
};

/** Asks for all metrics of a topic in one call, and in a second one for the course of the period before where it is drawn. */
export const useTopicAnswers = ({ workload, metrics, range, isCompared }: Asked) => {
  const { timezone } = range;
  const now = useAnswer({ metrics, workload, range, timezone, isCompared: true, enabled: true });
  const earlier = useAnswer({
    metrics: metrics.filter((metric) => metric.kind !== 'table'),
    workload,
    range: previousRange(range),
    timezone,
    interval: now.data?.interval,
    isCompared: false,
    enabled: isCompared && now.data !== undefined,
  });
  const answers: TopicAnswers | undefined = now.data && {
    answer: now.data,
    find: finder(now.data),
    findEarlier: finder(isCompared ? earlier.data : undefined),
  };
  return {
    data: answers,
    error: now.error ?? earlier.error,
    refetch: () => Promise.all([now.refetch(), isCompared && earlier.refetch()]),
  };
};
