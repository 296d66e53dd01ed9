import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';

/** Makes a workload. Done when the screens know of it too, so that the next step finds it there. */
export const useStartWorkload = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (input: InputOf<'workloads', 'create'>) => {
      const made = await client.workloads.create(input);
      void queries.invalidateQueries({ queryKey: ['workloads'] });
      await queries.refetchQueries({ queryKey: ['config'] });
      return made;
    },
  });
};
