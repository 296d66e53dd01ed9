import { DomainError } from '@codemetrics/contracts';
import { hashPassword, verifyPassword } from '@codemetrics/auth';
import { endSessionsOf, findUser, updateUser } from '@codemetrics/database';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import { holdUser } from '../users/hold-user.ts';
import { requireGoodPassword } from '../users/require-good-password.ts';
import type { Verb } from '../verb.ts';
import { requireLocalPasswords } from './require-local-passwords.ts';

export const changePassword: Verb<'session', 'changePassword'> = async (deps, actor, input) => {
  const someone = person(actor);
  requireLocalPasswords(deps);
  await deps.signInGuard.admit(someone.username, actor.request.address);
  const user = await findUser(deps.db, someone.userId);
  if (!(await verifyPassword(user?.password_hash ?? null, input.currentPassword))) {
    await inTransaction(deps, (tx) =>
      recordAudit(deps, tx, actor, {
        action: 'session.changePassword',
        target: someone.userId,
        outcome: 'denied',
      }),
    );
    throw new DomainError('sign-in-failed', { detail: 'The current password is wrong.' });
  }
  await deps.signInGuard.forgive(someone.username, actor.request.address);
  requireGoodPassword(input.newPassword, someone.username, 'newPassword');
  const hash = await hashPassword(input.newPassword);
  await inTransaction(deps, async (tx) => {
    const held = await holdUser(tx, someone.userId);
    if (held.password_hash !== user?.password_hash)
      throw new DomainError('sign-in-failed', { detail: 'The password was changed a moment ago.' });
    await updateUser(tx, someone.userId, { password_hash: hash });
    await endSessionsOf(tx, someone.userId, deps.now(), someone.sessionId);
    await recordAudit(deps, tx, actor, { action: 'session.changePassword', target: someone.userId });
  });
  return null;
};
