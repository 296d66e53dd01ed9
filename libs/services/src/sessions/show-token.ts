import { DomainError } from '@codemetrics/contracts';
import { findSession } from '@codemetrics/database';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { signSession } from './sign-session.ts';

/**
 * Signed with the key of the token that asks, so that it is that very token: it ends with that key, and a leaked key
 * can't be traded for a session of the key after it.
 */
export const showSessionToken: Verb<'session', 'showToken'> = async (deps, actor) => {
  const someone = person(actor);
  const row = await inTransaction(deps, async (tx) => {
    const session = await findSession(tx, someone.sessionId);
    if (!session) throw new DomainError('credential-revoked');
    await recordAudit(deps, tx, actor, { action: 'session.showToken', target: someone.sessionId });
    return session;
  });
  const session = { sessionId: row.session_id, created: row.created_at, expires: row.expires_at };
  return {
    sessionToken: await signSession(deps, someone.username, session, someone.kid),
    expires: row.expires_at.toISOString(),
  };
};
