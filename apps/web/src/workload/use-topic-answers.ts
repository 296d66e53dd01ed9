import { useQuery } from '@tanstack/react-query';
import type { Metric, MetricResult, QueryResult } from '@codemetrics/contracts';
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
  readonly range: DateRange;
  readonly timezone: string;
  readonly isCompared: boolean;
}

const finder = (answer: QueryResult | undefined) => {
  const byId = new Map(answer?.results.map((result) => [result.query, result]));
  return (id: string): MetricResult | undefined => byId.get(id);
};

/** Asks for all metrics of a topic in one call, and in a second one for the period before where it is drawn. */
export const useTopicAnswers = ({ workload, metrics, range, timezone, isCompared }: Asked) => {
  const { start, end } = range;
  const queries = metrics.map((metric) => metric.id);
  return useQuery({
    queryKey: ['workload', workload, queries, start, end, timezone, isCompared],
    queryFn: async ({ signal }): Promise<TopicAnswers> => {
      const common = { queries, workloads: [workload], timezone };
      const answer = await client.query.run(
        { ...common, dateRange: { start, end }, compareTo: 'previous-period' },
        { signal },
      );
      const earlier = isCompared
        ? await client.query.run(
            { ...common, dateRange: previousRange({ start, end }), interval: answer.interval },
            { signal },
          )
        : undefined;
      return { answer, find: finder(answer), findEarlier: finder(earlier) };
    },
  });
};
