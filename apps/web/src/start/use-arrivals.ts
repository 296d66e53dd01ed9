import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Metric, PipelineRun } from '@codemetrics/contracts';
import { client } from '../api/client.ts';
import { lastDays, viewerZone } from '../range/date-range.ts';
import type { Figure } from './first-metrics.ts';
import { figuresOf, firstMetrics } from './first-metrics.ts';

const EVERY_MS = 2000;
/** So long after the last thing that came; somebody may have left the page open. */
const WATCHED_MS = 10 * 60_000;
const SHOWN_RUNS = 5;
const DAYS = 30;

/** What has come of a workload, looked at every two seconds while the page is seen. */
export interface Arrivals {
  readonly runs: readonly PipelineRun[];
  readonly figures: readonly Figure[];
  readonly isLoaded: boolean;
  readonly error: Error | null;
  readonly isWatching: boolean;
  readonly watchAgain: () => void;
  readonly retry: () => void;
}

export const useArrivals = (workload: string, catalogue: readonly Metric[]): Arrivals => {
  const [isWatching, setWatching] = useState(true);
  const refetchInterval = isWatching ? EVERY_MS : false;
  const metrics = firstMetrics(catalogue);
  const options = { refetchInterval, staleTime: 0, refetchIntervalInBackground: false } as const;
  const runs = useQuery({
    queryKey: ['start', 'runs', workload],
    queryFn: ({ signal }) => client.pipelineRuns.list({ workload, limit: SHOWN_RUNS }, { signal }),
    ...options,
  });
  const figures = useQuery({
    queryKey: ['start', 'figures', workload],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          queries: metrics.map(({ id }) => id),
          workloads: [workload],
          dateRange: lastDays(DAYS, new Date(), viewerZone()),
          interval: 'day',
          timezone: viewerZone(),
        },
        { signal },
      ),
    select: (answer) => figuresOf(metrics, answer),
    ...options,
  });
  const seen = `${runs.data?.runs[0]?.runId} ${figures.data?.map(({ metric, value }) => `${metric.id} ${value}`).join()}`;
  useEffect(() => {
    if (!isWatching) return undefined;
    const timer = setTimeout(() => setWatching(false), WATCHED_MS);
    return () => clearTimeout(timer);
  }, [isWatching, seen]);
  return {
    runs: runs.data?.runs ?? [],
    figures: figures.data ?? [],
    isLoaded: runs.data !== undefined && figures.data !== undefined,
    error: runs.error ?? figures.error,
    isWatching,
    watchAgain: () => setWatching(true),
    retry: () => {
      void runs.refetch();
      void figures.refetch();
    },
  };
};
