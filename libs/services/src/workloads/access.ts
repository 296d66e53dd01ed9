import { DomainError } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import { existingWorkloads } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';

const forbidden = (ids: readonly string[]): DomainError =>
  new DomainError('workload-forbidden', {
    detail: `The credential does not cover the workload ${ids.slice(0, 10).join(', ')}.`,
  });

const notFound = (ids: readonly string[]): DomainError =>
  new DomainError('workload-not-found', { detail: `There is no workload ${ids.slice(0, 10).join(', ')}.` });

/**
 * Refuses workloads that the caller may not touch, then those that don't exist. The order matters: outside of its
 * limit a caller gets the same 403 whether there is such a workload or not.
 */
export const requireWorkloads = async (
  db: Executor,
  actor: Actor,
  ids: readonly string[],
  options: { readonly lock?: boolean } = {},
): Promise<void> => {
  requireWithinLimit(actor, ids);
  const distinct = [...new Set(ids)];
  const found = await existingWorkloads(db, distinct, options.lock);
  const unknown = distinct.filter((id) => !found.has(id));
  if (unknown.length > 0) throw notFound(unknown);
};

/** Refuses workloads beyond the caller's limit, without looking whether they exist. */
export const requireWithinLimit = (actor: Actor, ids: readonly string[]): void => {
  const limit = known(actor).workloads;
  const outside = limit === null ? [] : [...new Set(ids)].filter((id) => !limit.includes(id));
  if (outside.length > 0) throw forbidden(outside);
};
