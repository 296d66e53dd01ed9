import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import type { Query } from '../state/to-query.ts';
import { earlierQuery } from '../state/to-query.ts';

/** The answer to a query. The one before stays in sight until it comes. */
export const useAnswer = (query: Query) =>
  useQuery({
    queryKey: ['explorer', query],
    queryFn: ({ signal }) => client.query.run(query, { signal }),
    placeholderData: keepPreviousData,
    enabled: query.queries.length > 0,
  });

/** The same over the days before, to be drawn behind; only where it is asked for, and the interval is known. */
export const useEarlier = (query: Query, interval: NonNullable<Query['interval']> | undefined) =>
  useQuery({
    queryKey: ['explorer', 'earlier', query, interval],
    queryFn: ({ signal }) => client.query.run(earlierQuery(query, interval ?? 'day'), { signal }),
    enabled: query.compareTo !== undefined && interval !== undefined && query.queries.length > 0,
  });
