import { DomainError } from '@codemetrics/contracts';
import { verifyPassword } from '@codemetrics/auth';
import { findUserByName, insertSession, updateUser } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import { toUserSummary } from '../users/to-user.ts';
import type { Verb } from '../verb.ts';

/** A wrong name and a wrong password do the same work and answer alike. */
export const createSession: Verb<'session', 'create'> = async (deps, actor, input) => {
  await deps.signInGuard.admit(input.username, actor.request.address);
  const user = await findUserByName(deps.db, input.username);
  const matches = await verifyPassword(user?.password_hash ?? null, input.password);
  if (!user || !matches || user.disabled) {
    await inTransaction(deps, (tx) =>
      recordAudit(deps, tx, actor, { action: 'session.create', outcome: 'denied', as: input.username }),
    );
    throw new DomainError('sign-in-failed');
  }
  await deps.signInGuard.forgive(input.username, actor.request.address);
  const now = deps.now();
  const expires = new Date(now.getTime() + deps.settings.sessionSeconds * 1000);
  const sessionId = deps.newId();
  await inTransaction(deps, async (tx) => {
    await insertSession(tx, {
      session_id: sessionId,
      user_id: user.user_id,
      created_at: now,
      expires_at: expires,
      ended_at: null,
      address: actor.request.address,
      user_agent: actor.request.userAgent,
    });
    await updateUser(tx, user.user_id, { last_sign_in_at: now });
    await recordAudit(deps, tx, actor, { action: 'session.create', target: sessionId, as: user.username });
  });
  const sessionToken = await deps.codec.sign({
    sub: user.username,
    jti: sessionId,
    exp: Math.floor(expires.getTime() / 1000),
    use: 'session',
  });
  return { sessionToken, expires: expires.toISOString(), user: toUserSummary(user) };
};
