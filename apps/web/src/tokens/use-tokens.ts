import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '@codemetrics/client';
import type { IssuedToken } from '@codemetrics/contracts';
import { client } from '../api/client.ts';
import { NOTICES_KEY } from '../notices/use-notices.ts';

const KEY = ['tokens'] as const;
/** The server writes what was used every half minute. */
const READ_AGAIN_MS = 30_000;
/** The days of the small drawings. */
const SPARK_DAYS = 30;

/** How one token is used. */
export type TokenUsage = OutputOf<'tokens', 'usage'>;

/** The service tokens that the person may see; with the ended ones if asked. */
export const useTokens = (withInactive: boolean) =>
  useQuery({
    queryKey: [...KEY, 'list', withInactive],
    queryFn: ({ signal }) => client.tokens.list(withInactive ? { include: 'inactive' } : {}, { signal }),
    refetchInterval: READ_AGAIN_MS,
    placeholderData: keepPreviousData,
  });

/** The calls of these tokens by day, of all in one answer. */
export const useDailyUsage = (withInactive: boolean) =>
  useQuery({
    queryKey: [...KEY, 'daily', withInactive],
    queryFn: ({ signal }) =>
      client.tokens.dailyUsage(
        { days: SPARK_DAYS, ...(withInactive ? { include: 'inactive' as const } : {}) },
        { signal },
      ),
    refetchInterval: READ_AGAIN_MS,
    placeholderData: keepPreviousData,
  });

/** How one token was used in the last days, by day and operation. */
export const useTokenUsage = (tokenId: string, days: number) =>
  useQuery({
    queryKey: [...KEY, 'usage', tokenId, days],
    queryFn: ({ signal }) => client.tokens.usage({ tokenId, days }, { signal }),
    // Old figures must not stand beside a question about what would break.
    staleTime: 0,
  });

/** A change of the tokens; the lists are read again after it, and the notices of what it settled. */
const useTokenChange = <I, O>(mutationFn: (input: I) => Promise<O>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // A token's value is shown once and kept by nothing, this cache included.
    gcTime: 0,
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: KEY });
      void queries.invalidateQueries({ queryKey: NOTICES_KEY });
    },
  });
};

export const useCreateToken = () =>
  useTokenChange<InputOf<'tokens', 'create'>, IssuedToken>((input) => client.tokens.create(input));

export const useRotateToken = () =>
  useTokenChange<InputOf<'tokens', 'rotate'>, IssuedToken>((input) => client.tokens.rotate(input));

export const useRevokeToken = () =>
  useTokenChange<InputOf<'tokens', 'revoke'>, null>((input) => client.tokens.revoke(input));
