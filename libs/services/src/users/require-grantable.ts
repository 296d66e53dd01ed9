import type { Role } from '@codemetrics/contracts';
import { DomainError, ROLE_SCOPES } from '@codemetrics/contracts';
import { isWithin, isWithinWorkloads } from '@codemetrics/auth';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';

/** Nobody makes a user who may do more than they themselves. */
export const requireGrantable = (actor: Actor, role: Role, workloads: readonly string[] | null): void => {
  const maker = known(actor);
  if (!isWithin([...maker.scopes], [...ROLE_SCOPES[role]]))
    throw new DomainError('grant-exceeds-maker', {
      detail: `The role ${role} has scopes that you don’t have.`,
    });
  if (!isWithinWorkloads(maker.workloads, workloads))
    throw new DomainError('grant-exceeds-maker', { detail: 'The workloads go beyond your own.' });
};
