import { DomainError } from '@codemetrics/contracts';
import { replaceWorkload as replaceRow } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireWithinLimit } from './access.ts';
import { toWorkload } from './to-workload.ts';

export const replaceWorkload: Verb<'workloads', 'replace'> = async (deps, actor, input) => {
  requireWithinLimit(actor, [input.id]);
  return inTransaction(deps, async (tx) => {
    const row = await replaceRow(tx, input, deps.now());
    if (!row) throw new DomainError('workload-not-found', { detail: `There is no workload ${input.id}.` });
    await recordAudit(deps, tx, actor, { action: 'workloads.replace', target: input.id });
    return toWorkload(row);
  });
};
