import { DomainError } from '@codemetrics/contracts';
import { findWorkload } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { requireWithinLimit } from './access.ts';
import { toWorkload } from './to-workload.ts';

export const getWorkload: Verb<'workloads', 'get'> = async (deps, actor, input) => {
  requireWithinLimit(actor, [input.id]);
  const row = await findWorkload(deps.db, input.id);
  if (!row) throw new DomainError('workload-not-found', { detail: `There is no workload ${input.id}.` });
  return toWorkload(row);
};
