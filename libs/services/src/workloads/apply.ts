import { isDeepStrictEqual } from 'node:util';
import type { WorkloadInput } from '@codemetrics/contracts';
import type { WorkloadsTable } from '@codemetrics/database';
import {
  deleteWorkload,
  insertWorkload,
  listWorkloads,
  lockWorkloads,
  replaceWorkload,
} from '@codemetrics/database';
import { known } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireWithinLimit } from './access.ts';

/** The fields in which a workload as kept differs from one as sent. */
const changedFields = (row: WorkloadsTable, wanted: WorkloadInput): string[] => {
  const kept = {
    name: row.name,
    description: row.description,
    tags: row.tags,
    repositoryGroups: row.repository_groups,
    services: row.services,
    workingHours: row.working_hours,
    runnerRates: row.runner_rates,
  };
  // Through JSON, so that a field left out and one that is undefined are the same.
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  return (Object.keys(kept) as (keyof typeof kept)[]).filter(
    (field) => !isDeepStrictEqual(plain(kept[field]), plain(wanted[field])),
  );
};

export const applyWorkloads: Verb<'workloads', 'apply'> = async (deps, actor, input) => {
  const limit = known(actor).workloads;
  requireWithinLimit(
    actor,
    input.workloads.map((workload) => workload.id),
  );
  return inTransaction(deps, async (tx) => {
    await lockWorkloads(tx);
    const kept = new Map((await listWorkloads(tx, { only: limit })).map((row) => [row.workload_id, row]));
    const wanted = new Set(input.workloads.map((workload) => workload.id));
    const created = input.workloads.filter((workload) => !kept.has(workload.id));
    const compared = input.workloads.flatMap((workload) => {
      const row = kept.get(workload.id);
      return row ? [{ workload, changed: changedFields(row, workload) }] : [];
    });
    const updated = compared.filter((one) => one.changed.length > 0);
    const missing = [...kept.keys()].filter((id) => !wanted.has(id)).sort();
    const deleted = input.prune ? missing : [];
    if (!input.dryRun) {
      const now = deps.now();
      for (const workload of created) await insertWorkload(tx, workload, now);
      for (const one of updated) await replaceWorkload(tx, one.workload, now);
      for (const id of deleted) await deleteWorkload(tx, id);
      if (created.length + updated.length + deleted.length > 0)
        await recordAudit(deps, tx, actor, {
          action: 'workloads.apply',
          details: {
            created: created.map((one) => one.id),
            updated: updated.map((one) => one.workload.id),
            deleted,
          },
        });
    }
    return {
      dryRun: input.dryRun,
      created: created.map((one) => one.id),
      updated: updated.map((one) => ({ id: one.workload.id, changed: one.changed })),
      unchanged: compared.filter((one) => one.changed.length === 0).map((one) => one.workload.id),
      missing: input.prune ? [] : missing,
      deleted,
    };
  });
};
