import type { Scope } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import { grantableScopes, isWithin, isWithinWorkloads } from '@codemetrics/auth';
import type { Executor } from '@codemetrics/database';
import { existingWorkloads } from '@codemetrics/database';
import type { SessionActor } from '../actor.ts';

/** What a token may do. */
export interface Grant {
  readonly scopes: Scope[];
  /** null: all. */
  readonly workloads: string[] | null;
}

/** What a person gives to a token: all that they may give unless they ask for less, and never more than they have. */
export const grantOf = (
  maker: SessionActor,
  asked: {
    readonly scopes?: readonly Scope[] | undefined;
    readonly workloads?: readonly string[] | undefined;
  },
): Grant => {
  const grantable = grantableScopes(maker.role).filter((scope) => maker.scopes.includes(scope));
  const scopes = asked.scopes === undefined ? grantable : [...new Set(asked.scopes)];
  const beyond = scopes.filter((scope) => !grantable.includes(scope));
  if (!isWithin(grantable, scopes))
    throw new DomainError('grant-exceeds-maker', {
      detail: `A token of yours can’t have ${beyond.join(', ')}.`,
      errors: [{ path: 'scopes', message: `not grantable: ${beyond.join(', ')}` }],
    });
  const workloads = asked.workloads === undefined ? null : [...new Set(asked.workloads)];
  if (workloads !== null && !isWithinWorkloads(maker.workloads, workloads))
    throw new DomainError('workload-forbidden', { detail: 'The workloads go beyond your own.' });
  return { scopes, workloads };
};

/** Refuses workloads that don't exist, by their ids. */
export const requireWorkloads = async (tx: Executor, workloads: readonly string[] | null): Promise<void> => {
  if (workloads === null) return;
  const found = await existingWorkloads(tx, workloads);
  const unknown = workloads.filter((id) => !found.has(id));
  if (unknown.length > 0)
    throw new DomainError('workload-not-found', {
      detail: `There is no workload ${unknown.join(', ')}.`,
      errors: [{ path: 'workloads', message: `unknown: ${unknown.join(', ')}` }],
    });
};
