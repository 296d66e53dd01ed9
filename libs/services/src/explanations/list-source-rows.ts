import { DomainError } from '@codemetrics/contracts';
import { findSourceRows, listWorkloads } from '@codemetrics/database';
import { findMetric, sourceRowsOf } from '@codemetrics/metrics';
import { known } from '../actor.ts';
import type { Verb } from '../verb.ts';
import { requireWorkloads } from '../workloads/access.ts';

export const listSourceRows: Verb<'query', 'rows'> = async (deps, actor, input) => {
  const metric = findMetric(input.query);
  if (!metric)
    throw new DomainError('unknown-metric', {
      detail: `There is no metric ${input.query}.`,
      errors: [{ path: 'query', message: `unknown metric ${input.query}` }],
    });
  if (input.workloads) await requireWorkloads(deps.db, actor, input.workloads);
  const workloads =
    input.workloads ??
    (await listWorkloads(deps.db, { only: known(actor).workloads })).map((row) => row.workload_id);
  const kind = sourceRowsOf(metric);
  if (kind === null) return { rows: [] };
  return {
    rows: await findSourceRows(deps.db, kind, {
      workloads: [...new Set(workloads)],
      ids: input.ids,
      metric: metric.id,
    }),
  };
};
