import { DomainError } from '@codemetrics/contracts';
import type { Executor, UserRow } from '@codemetrics/database';
import { findIdentity, isUniqueViolation, lockIdentity, touchIdentity } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import type { OpenedSession } from '../sessions/open-session.ts';
import { openSession } from '../sessions/open-session.ts';
import { inTransaction } from '../transaction.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { makeUser } from './make-user.ts';
import type { Refused } from './refused.ts';
import { syncUser } from './sync-user.ts';
import type { UserOfClaims } from './to-user-of-claims.ts';

/** A user whom a provider vouches for, with their new session. */
export interface Admitted {
  readonly user: UserRow;
  readonly session: OpenedSession;
}

const admitOnce = async (
  deps: Deps,
  tx: Executor,
  actor: Actor,
  provider: IdentityProvider,
  told: UserOfClaims,
): Promise<Admitted | Refused> => {
  await lockIdentity(tx, provider.id, told.subject);
  const identity = await findIdentity(tx, provider.id, told.subject);
  const user = identity
    ? await syncUser(deps, tx, actor, provider, told, identity.user_id)
    : await makeUser(deps, tx, actor, provider, told);
  const details = { provider: provider.id, subject: told.subject };
  if ('refused' in user) {
    await recordAudit(deps, tx, actor, {
      action: 'session.create',
      outcome: 'denied',
      ...(user.username === null ? {} : { as: user.username }),
      details: { ...details, reason: user.refused },
    });
    return user;
  }
  await touchIdentity(tx, provider.id, told.subject, deps.now());
  return { user, session: await openSession(deps, tx, actor, user, details) };
};

/**
 * Gives a session to the user behind an identity, who is made at the first sign-in and brought up to date at each later
 * one, all in one transaction. A user is found by provider and subject alone, never by a name or an e-mail address.
 */
export const admitIdentity = async (
  deps: Deps,
  actor: Actor,
  provider: IdentityProvider,
  told: UserOfClaims,
): Promise<Admitted> => {
  const admit = () => inTransaction(deps, (tx) => admitOnce(deps, tx, actor, provider, told));
  const outcome = await admit().catch((error: unknown) => {
    // Somebody else took the name in this very moment; now it is seen that it is taken.
    if (isUniqueViolation(error)) return admit();
    throw error;
  });
  if ('refused' in outcome) throw new DomainError(outcome.refused);
  return outcome;
};
