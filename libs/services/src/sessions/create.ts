import { DomainError } from '@codemetrics/contracts';
import { verifyPassword } from '@codemetrics/auth';
import { findUserByName, holdUser } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import { toUserSummary } from '../users/to-user.ts';
import type { Verb } from '../verb.ts';
import { openSession } from './open-session.ts';
import { requireLocalPasswords } from './require-local-passwords.ts';
import { SignInLocked } from './sign-in-guard.ts';
import { signSession } from './sign-session.ts';

/** A wrong name and a wrong password do the same work and answer alike. */
export const createSession: Verb<'session', 'create'> = async (deps, actor, input) => {
  requireLocalPasswords(deps);
  await admit(deps, actor, input.username);
  const user = await findUserByName(deps.db, input.username);
  const matches = await verifyPassword(user?.password_hash ?? null, input.password);
  if (!user || !matches || user.disabled) {
    await inTransaction(deps, (tx) => recordAudit(deps, tx, actor, denied(input.username)));
    throw new DomainError('sign-in-failed');
  }
  const opened = await inTransaction(deps, async (tx) => {
    const held = await holdUser(tx, user.user_id);
    // The password was right a moment ago; what counts is whether it still is.
    if (!held || held.disabled || held.password_hash !== user.password_hash) {
      await recordAudit(deps, tx, actor, denied(input.username));
      return undefined;
    }
    return openSession(deps, tx, actor, held);
  });
  if (!opened) throw new DomainError('sign-in-failed');
  await deps.signInGuard.forgive(input.username, actor.request.address);
  const sessionToken = await signSession(deps, user.username, opened);
  return { sessionToken, expires: opened.expires.toISOString(), user: toUserSummary(user) };
};

const denied = (username: string, details: Readonly<Record<string, unknown>> = {}) =>
  ({ action: 'session.create', outcome: 'denied', as: username, details }) as const;

/** The guard's refusal is in the audit log too: once for each lock, so that guessing on doesn't fill it. */
const admit = async (
  deps: Parameters<typeof createSession>[0],
  actor: Parameters<typeof createSession>[1],
  username: string,
): Promise<void> => {
  try {
    await deps.signInGuard.admit(username, actor.request.address);
  } catch (error) {
    if (error instanceof SignInLocked && error.first)
      await inTransaction(deps, (tx) =>
        recordAudit(deps, tx, actor, denied(username, { locked: error.what })),
      );
    throw error;
  }
};
