import { useCallback, useEffect, useState } from 'react';
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Run } from '../run-outcome.ts';
import type { RunChain } from './run-chain.ts';
import { countRows, EMPTY_CHAIN, pagesOf, placeOf, withPage } from './run-chain.ts';
import type { RunFilter } from './run-filter.ts';
import type { RunPage } from './run-pages.ts';
import { listKey, pageQuery } from './run-pages.ts';

/** The rows that are in sight. */
export interface InSight {
  readonly first: number;
  readonly last: number;
}

/** Further back nobody scrolls; a filter leads there sooner. */
const MOST_ROWS = 100_000;
/** How many rows before its end the list is read on. */
const AHEAD = 30;

/**
 * A listing of any length, of which only the pages in sight and the first one are held. It is read on as its end comes into
 * sight; how long it is in all is never asked.
 */
export const useRunList = (filter: RunFilter, sight: InSight) => {
  const queries = useQueryClient();
  const chainKey = [...listKey(filter), 'chain'];
  const [chain, setChain] = useState<RunChain>(() => queries.getQueryData<RunChain>(chainKey) ?? EMPTY_CHAIN);
  // Kept beside the pages, so that whoever comes back finds the list as long as it was.
  useEffect(() => {
    queries.setQueryData(chainKey, chain);
  }, [chain]);

  const count = countRows(chain);
  const isFull = count >= MOST_ROWS;
  const hasMore = chain.next !== null && !isFull;
  const [isAsked, setAsked] = useState(false);
  const isWanted = hasMore && (isAsked || chain.next === undefined || sight.last >= count - AHEAD);
  const cursor = chain.next ?? null;
  const next = useQuery({ ...pageQuery(filter, cursor), enabled: isWanted });
  useEffect(() => {
    if (!isWanted || !next.data) return;
    setAsked(false);
    setChain((before) => withPage(before, cursor, next.data));
  }, [isWanted, cursor, next.data]);

  // The first page is always held: the newest runs are told by what is not in it.
  const numbers = [...new Set([0, ...pagesOf(chain, sight.first, sight.last)])].filter(
    (number) => number < chain.pages.length,
  );
  const held = useQueries({
    queries: numbers.map((number) => pageQuery(filter, chain.pages[number]?.cursor ?? null)),
    combine: (results) => new Map(results.map((result, index) => [numbers[index], result.data])),
  });
  useEffect(() => {
    setChain((before) =>
      [...held].reduce((built, [number, page]) => {
        const begin = number === undefined ? undefined : built.pages[number]?.cursor;
        return page && begin !== undefined ? withPage(built, begin, page) : built;
      }, before),
    );
  }, [held]);

  /** Begins anew with a first page that has just been read. */
  const restart = useCallback(
    (page: RunPage): void => {
      queries.removeQueries({ queryKey: [...listKey(filter), 'page'] });
      queries.setQueryData(pageQuery(filter, null).queryKey, page);
      setChain(withPage(EMPTY_CHAIN, null, page));
    },
    [filter, queries],
  );

  return {
    count,
    hasMore,
    isFull,
    firstPage: held.get(0),
    isLoading: chain.next === undefined && !next.error,
    isLoadingMore: isWanted && next.isFetching,
    error: isWanted ? next.error : null,
    loadMore: () => setAsked(true),
    retry: next.refetch,
    restart,
    /** undefined: it is being read again. */
    rowAt: (row: number): Run | undefined => {
      const place = placeOf(chain, row);
      return place && held.get(place.page)?.runs[place.index];
    },
  };
};
