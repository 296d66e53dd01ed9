import { DomainError } from '@codemetrics/contracts';
import { insertWorkload, isUniqueViolation } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireWithinLimit } from './access.ts';
import { toWorkload } from './to-workload.ts';

export const createWorkload: Verb<'workloads', 'create'> = async (deps, actor, input) => {
  requireWithinLimit(actor, [input.id]);
  try {
    return await inTransaction(deps, async (tx) => {
      const row = await insertWorkload(tx, input, deps.now());
      await recordAudit(deps, tx, actor, { action: 'workloads.create', target: input.id });
      return toWorkload(row);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { detail: `There is a workload ${input.id} already.` });
    throw error;
  }
};
