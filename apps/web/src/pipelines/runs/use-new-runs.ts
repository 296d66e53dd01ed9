import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { RunFilter } from './run-filter.ts';
import type { RunPage } from './run-pages.ts';
import { listKey, pageQuery } from './run-pages.ts';

const EVERY_MS = 15_000;

const withNews = (shown: RunPage, newest: RunPage): RunPage => {
  const news = new Map(newest.runs.map((run) => [run.runId, run]));
  const runs = shown.runs.map((run) => news.get(run.runId) ?? run);
  const isSame = runs.every((run, index) => JSON.stringify(run) === JSON.stringify(shown.runs[index]));
  return isSame ? shown : { ...shown, runs };
};

/**
 * Asks every 15 seconds for the newest runs. Those that are shown get their news where they stand; how many are not shown yet
 * is told, and nothing moves until the person asks for them.
 */
export const useNewRuns = (filter: RunFilter, shown: RunPage | undefined) => {
  const queries = useQueryClient();
  const { data: newest, error } = useQuery({
    ...pageQuery(filter, null),
    queryKey: [...listKey(filter), 'newest'],
    enabled: shown !== undefined,
    // What the list begins with counts as just asked for.
    initialData: shown,
    staleTime: EVERY_MS,
    refetchInterval: EVERY_MS,
    gcTime: 0,
  });
  useEffect(() => {
    if (!newest) return;
    queries.setQueryData<RunPage>(pageQuery(filter, null).queryKey, (before) =>
      before ? withNews(before, newest) : before,
    );
  }, [newest]);
  const known = new Set(shown?.runs.map((run) => run.runId));
  const count = shown && newest ? newest.runs.filter((run) => !known.has(run.runId)).length : 0;
  return { newest, count, isMore: count > 0 && count === newest?.runs.length, error };
};
