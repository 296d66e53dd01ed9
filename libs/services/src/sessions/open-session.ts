import type { Executor, UserRow } from '@codemetrics/database';
import { databaseTime, insertSession, updateUser } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';

/** A session that has its row, and is yet to be signed. */
export interface OpenedSession {
  readonly sessionId: string;
  readonly created: Date;
  readonly expires: Date;
}

/**
 * Writes the row of a new session and its audit entry. The user is held by the caller's transaction (`holdUser`), so
 * that neither a new password nor disabling them slips in between.
 */
export const openSession = async (
  deps: Deps,
  tx: Executor,
  actor: Actor,
  user: UserRow,
  details: Readonly<Record<string, unknown>> = {},
): Promise<OpenedSession> => {
  // By the earlier clock, so that no other server takes it for a session of the future.
  const now = deps.earliest(await databaseTime(tx));
  const expires = new Date(now.getTime() + deps.settings.sessionSeconds * 1000);
  const sessionId = deps.newId();
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
  await recordAudit(deps, tx, actor, {
    action: 'session.create',
    target: sessionId,
    as: user.username,
    details,
  });
  return { sessionId, created: now, expires };
};
