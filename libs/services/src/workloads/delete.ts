import { DomainError } from '@codemetrics/contracts';
import { deleteWorkload as deleteRows } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireWithinLimit } from './access.ts';

export const deleteWorkload: Verb<'workloads', 'delete'> = async (deps, actor, input) => {
  requireWithinLimit(actor, [input.id]);
  await inTransaction(deps, async (tx) => {
    if (!(await deleteRows(tx, input.id)))
      throw new DomainError('workload-not-found', { detail: `There is no workload ${input.id}.` });
    await recordAudit(deps, tx, actor, { action: 'workloads.delete', target: input.id });
  });
  return null;
};
