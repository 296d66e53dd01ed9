import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { paginate } from '@codemetrics/client';
import type { InputOf, OutputOf } from '@codemetrics/client';
import { client } from '../../api/client.ts';

export type SavedQuery = OutputOf<'savedQueries', 'list'>['queries'][number];

/** What saving one takes. */
export type SaveInput = InputOf<'savedQueries', 'save'>;

const KEY = ['saved-queries'];
const PAGE_ROWS = 500;

/** The person's saved queries and those that others share. */
export const useSavedQueries = (isNeeded: boolean) =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => {
      const all: SavedQuery[] = [];
      for await (const one of paginate(client.savedQueries.list, { limit: PAGE_ROWS }, { signal }))
        all.push(one);
      return all;
    },
    enabled: isNeeded,
  });

/** Saves one, or takes one away; the list is read anew. */
export const useChangeSaved = () => {
  const queries = useQueryClient();
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: KEY });
  return {
    save: useMutation({
      mutationFn: (input: SaveInput) => client.savedQueries.save(input),
      onSuccess,
    }),
    remove: useMutation({ mutationFn: (id: string) => client.savedQueries.delete({ id }), onSuccess }),
  };
};
