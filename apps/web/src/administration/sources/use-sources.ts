import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import type { SourceId } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import { useChange } from '../shared/use-change.ts';

export const SOURCES_KEY = ['sources'] as const;
export const DELIVERIES_KEY = ['source-deliveries'] as const;

const PAGE_ROWS = 50;

export const useSources = () =>
  useQuery({ queryKey: SOURCES_KEY, queryFn: ({ signal }) => client.sources.list({}, { signal }) });

export const useSetSecret = () =>
  useChange((input: InputOf<'sources', 'configure'>) => client.sources.configure(input), [SOURCES_KEY]);

export type DeliveryFilter = Pick<
  InputOf<'sources', 'deliveries'>,
  'source' | 'outcome' | 'event' | 'start' | 'end'
>;

/** The deliveries of a source, newest first, page by page. */
export const useDeliveries = (filter: DeliveryFilter) =>
  useInfiniteQuery({
    queryKey: [...DELIVERIES_KEY, filter],
    queryFn: ({ pageParam, signal }) =>
      client.sources.deliveries(
        { ...filter, limit: PAGE_ROWS, ...(pageParam === null ? {} : { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const useDelivery = (source: SourceId, deliveryId: string) =>
  useQuery({
    queryKey: [...DELIVERIES_KEY, source, deliveryId],
    queryFn: ({ signal }) => client.sources.delivery({ source, deliveryId }, { signal }),
  });

export const useReplayDelivery = () =>
  useChange(
    (input: InputOf<'sources', 'replayDelivery'>) => client.sources.replayDelivery(input),
    [SOURCES_KEY, DELIVERIES_KEY],
  );
