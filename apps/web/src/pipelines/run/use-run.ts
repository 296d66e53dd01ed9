import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';

/** A run with its jobs, other attempts and deployments. */
export type RunDetail = OutputOf<'pipelineRuns', 'get'>;

const RUNNING_MS = 15_000;

/** One run; asked for again as long as it has not ended. */
export const useRun = (runId: string) =>
  useQuery({
    queryKey: ['pipeline-run', runId],
    queryFn: ({ signal }) => client.pipelineRuns.get({ runId }, { signal }),
    refetchInterval: ({ state }) =>
      state.data !== undefined && state.data.status !== 'completed' ? RUNNING_MS : false,
  });
