import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import type { IssuedToken } from '@codemetrics/contracts';
import { client } from '../api/client.ts';
import { NOTICES_KEY } from '../notices/use-notices.ts';

const KEY = ['tokens'] as const;

/** The service tokens that the person may see; with the ended ones if asked. */
export const useTokens = (withInactive: boolean) =>
  useQuery({
    queryKey: [...KEY, withInactive],
    queryFn: ({ signal }) => client.tokens.list(withInactive ? { include: 'inactive' } : {}, { signal }),
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
