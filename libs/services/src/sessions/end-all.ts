import { endSessionsOf } from '@codemetrics/database';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import { holdUser } from '../users/hold-user.ts';
import type { Verb } from '../verb.ts';

export const endAllSessions: Verb<'sessions', 'deleteAll'> = async (deps, actor, { keepCurrent }) => {
  const someone = person(actor);
  const ended = await inTransaction(deps, async (tx) => {
    // Whoever signs in takes the user first too: a session is either there to be ended, or made after this.
    await holdUser(tx, someone.userId);
    const count = await endSessionsOf(
      tx,
      someone.userId,
      deps.now(),
      keepCurrent ? someone.sessionId : undefined,
    );
    await recordAudit(deps, tx, actor, {
      action: 'sessions.deleteAll',
      target: someone.userId,
      details: { ended: count, keptCurrent: keepCurrent },
    });
    return count;
  });
  return { ended, currentEnded: !keepCurrent };
};
