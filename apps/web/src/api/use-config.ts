import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '@codemetrics/client';
import { client } from './client.ts';

/** What the server offers this person: workloads, metrics, limits. */
export type Config = OutputOf<'system', 'config'>;

/** A workload as a screen lists it. */
export type ListedWorkload = Config['workloads'][number];

export const useConfig = () =>
  useQuery({ queryKey: ['config'], queryFn: ({ signal }) => client.system.config({}, { signal }) });
