import type { OutputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';
import type { RunFilter } from './run-filter.ts';

/** One page of a listing of runs. */
export type RunPage = OutputOf<'pipelineRuns', 'list'>;

export const PAGE_ROWS = 100;

const KEY = 'pipeline-runs';
/** How long a page is kept that is no longer in sight. */
const KEPT_MS = 60_000;

/** The cache's key of all that belongs to one listing. */
export const listKey = (filter: RunFilter) => [KEY, filter] as const;

/** One page by where it begins; null is the newest. What it holds stays, until the listing is begun anew. */
export const pageQuery = (filter: RunFilter, cursor: string | null) => ({
  queryKey: [...listKey(filter), 'page', cursor] as const,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<RunPage> =>
    client.pipelineRuns.list(
      { ...filter, limit: PAGE_ROWS, ...(cursor === null ? {} : { cursor }) },
      { signal },
    ),
  staleTime: Infinity,
  gcTime: KEPT_MS,
});
