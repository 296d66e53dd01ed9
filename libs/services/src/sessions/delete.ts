import { endSession } from '@codemetrics/database';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';

export const deleteSession: Verb<'session', 'delete'> = async (deps, actor) => {
  const someone = person(actor);
  await inTransaction(deps, async (tx) => {
    await endSession(tx, someone.sessionId, deps.now());
    await recordAudit(deps, tx, actor, { action: 'session.delete', target: someone.sessionId });
  });
  return null;
};
