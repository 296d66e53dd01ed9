import { useEffect } from 'react';
import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { CodeMetricsError } from '@codemetrics/client';
import type { Outage } from './connection.ts';
import { outage, reportAnswer, reportFailure } from './connection.ts';
import { useValue } from './value.ts';

const KINDS: Readonly<Record<string, Outage>> = { network: 'unreachable', unavailable: 'unavailable' };

/** Hears how every call ends. What the app itself puts into the cache is no answer. */
const listen = (queries: QueryClient): (() => void) => {
  const hear = (action: object): void => {
    const { type, error, manual } = action as { type: string; error?: unknown; manual?: boolean };
    if (type === 'success' && !manual) reportAnswer();
    const kind = type === 'error' && error instanceof CodeMetricsError ? KINDS[error.code] : undefined;
    if (kind) reportFailure(kind);
  };
  const endOfQueries = queries.getQueryCache().subscribe((event) => {
    if (event.type === 'updated') hear(event.action);
  });
  const endOfMutations = queries.getMutationCache().subscribe((event) => {
    if (event.type === 'updated') hear(event.action);
  });
  return () => {
    endOfQueries();
    endOfMutations();
  };
};

/** What keeps the app from its data. What had failed is asked for again as soon as nothing does. */
export const useConnection = (): Outage | null => {
  const queries = useQueryClient();
  useEffect(() => listen(queries), [queries]);
  useEffect(
    () =>
      outage.watch(() => {
        if (outage.get() === null)
          void queries.invalidateQueries({
            predicate: ({ state }) => state.status === 'error' || state.error !== null,
          });
      }),
    [queries],
  );
  return useValue(outage);
};
