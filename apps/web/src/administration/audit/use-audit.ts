import { useInfiniteQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';

export type AuditFilter = Pick<
  InputOf<'audit', 'list'>,
  'action' | 'actor' | 'target' | 'outcome' | 'start' | 'end'
>;

const PAGE_ROWS = 100;

/** The audit log, newest first, page by page. */
export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam, signal }) =>
      client.audit.list(
        { ...filter, limit: PAGE_ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What was just done should be there.
    staleTime: 0,
  });
