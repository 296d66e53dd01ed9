import { useMutation, useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { paginate } from '@codemetrics/client';
import type { Workload } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import { listAll } from '../shared/list-all.ts';
import { useChange } from '../shared/use-change.ts';

const KEY = ['workloads'] as const;
/** Screens are built from the config, which lists the workloads too. */
const CHANGED = [KEY, ['config']];

/** Every workload that the person may see, by id, with all of its configuration. */
export const useWorkloads = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }): Promise<readonly Workload[]> =>
      listAll(paginate(client.workloads.list, { limit: 500 }, { signal })),
  });

export const useCreateWorkload = () =>
  useChange((input: InputOf<'workloads', 'create'>) => client.workloads.create(input), CHANGED);

export const useReplaceWorkload = () =>
  useChange((input: InputOf<'workloads', 'replace'>) => client.workloads.replace(input), CHANGED);

export const useDeleteWorkload = () =>
  useChange((input: InputOf<'workloads', 'delete'>) => client.workloads.delete(input), CHANGED);

export type ApplyInput = InputOf<'workloads', 'apply'>;

/** Tells what applying a set would do; nothing is written. */
export const useDryRun = () =>
  useMutation({
    mutationFn: (input: Omit<ApplyInput, 'dryRun'>) => client.workloads.apply({ ...input, dryRun: true }),
    gcTime: 0,
  });

export const useApplyWorkloads = () =>
  useChange(
    (input: Omit<ApplyInput, 'dryRun'>) => client.workloads.apply({ ...input, dryRun: false }),
    CHANGED,
  );
