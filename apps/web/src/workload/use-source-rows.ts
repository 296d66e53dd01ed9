import { useQuery } from '@tanstack/react-query';
import type { Metric, Point } from '@codemetrics/contracts';
import type { OutputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';
import type { DateRange } from '../range/date-range.ts';

/** A row that a number is told from. */
export type SourceRow = OutputOf<'query', 'rows'>['rows'][number];

/** The rows behind a number, and the number itself with why others were left out. */
export interface SourceRows {
  readonly point: Point | undefined;
  readonly rows: readonly SourceRow[];
}

interface Asked {
  readonly metric: Metric;
  readonly workload: string;
  readonly range: DateRange;
  readonly timezone: string;
}

/** Asks a metric to explain itself over a range, and what the ids that it names are. */
export const useSourceRows = ({ metric, workload, range, timezone }: Asked) => {
  const { start, end } = range;
  return useQuery({
    queryKey: ['source-rows', workload, metric.id, start, end, timezone],
    queryFn: async ({ signal }): Promise<SourceRows> => {
      const { results } = await client.query.run(
        {
          ...{ queries: [metric.id], workloads: [workload], timezone, explain: true },
          ...{ dateRange: { start, end }, interval: 'total' },
        },
        { signal },
      );
      const point = results[0]?.series[0]?.points[0];
      const ids = point?.explain?.rows ?? [];
      if (ids.length === 0) return { point, rows: [] };
      const { rows } = await client.query.rows({ query: metric.id, workloads: [workload], ids }, { signal });
      return { point, rows };
    },
  });
};
