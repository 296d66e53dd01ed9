import { readFreshness } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { requireWorkloads } from '../workloads/access.ts';

export const getWorkloadFreshness: Verb<'workloads', 'freshness'> = async (deps, actor, input) => {
  await requireWorkloads(deps.db, actor, [input.id]);
  const rows = await readFreshness(deps.db, input.id);
  return {
    workload: input.id,
    data: rows.map(({ data, newest, received }) => ({
      data,
      newest: newest?.toISOString() ?? null,
      received: received?.toISOString() ?? null,
    })),
  };
};
