import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';

/** How new the data of one kind is. */
export type FreshnessOfKind = OutputOf<'workloads', 'freshness'>['data'][number];

/** How new each kind of data of a workload is, by kind. */
export const useFreshness = (workload: string) =>
  useQuery({
    queryKey: ['freshness', workload],
    queryFn: ({ signal }) => client.workloads.freshness({ id: workload }, { signal }),
    select: ({ data }): ReadonlyMap<string, FreshnessOfKind> => new Map(data.map((one) => [one.data, one])),
  });
