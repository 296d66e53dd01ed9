import { DomainError } from '@codemetrics/contracts';
import { endSession as endRow, findSession } from '@codemetrics/database';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** One of the caller's own; another's answers like none at all, whoever asks. */
export const endSession: Verb<'sessions', 'delete'> = async (deps, actor, { sessionId }) => {
  const someone = person(actor);
  await inTransaction(deps, async (tx) => {
    const row = UUID.test(sessionId) ? await findSession(tx, sessionId, true) : undefined;
    if (row?.user_id !== someone.userId)
      throw new DomainError('not-found', { detail: `There is no session ${sessionId} of yours.` });
    if (row.ended_at !== null) return;
    await endRow(tx, sessionId, deps.now());
    await recordAudit(deps, tx, actor, { action: 'sessions.delete', target: sessionId });
  });
  return null;
};
