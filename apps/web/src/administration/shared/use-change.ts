import type { QueryKey } from '@tanstack/react-query';
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A change on the server; what it may have changed is read again after it. */
export const useChange = <I, O>(mutationFn: (input: I) => Promise<O>, keys: readonly QueryKey[]) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    // Some answers hold a secret that is shown once; nothing keeps it, this cache included.
    gcTime: 0,
    onSuccess: () => {
      for (const queryKey of [...keys, ['audit']]) void queries.invalidateQueries({ queryKey });
    },
  });
};
