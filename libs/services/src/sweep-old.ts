import { deleteEndedSessions, deleteOldNotices } from '@codemetrics/database';
import type { Deps } from './deps.ts';

const DAY_MS = 86_400_000;
/** Who signed in stands in the audit log; what a session was for nobody asks after so long. */
const SESSIONS_KEPT_MS = 30 * DAY_MS;
/** Longer than any token lives by default, so that nothing is told twice of one. */
const NOTICES_KEPT_MS = 400 * DAY_MS;

/** Deletes what only takes room: sessions long ended, notices long past. Any number of servers may do so. */
export const sweepOld = async (deps: Pick<Deps, 'db' | 'now'>): Promise<void> => {
  const before = (keptMs: number): Date => new Date(deps.now().getTime() - keptMs);
  await deleteEndedSessions(deps.db, before(SESSIONS_KEPT_MS));
  await deleteOldNotices(deps.db, before(NOTICES_KEPT_MS));
};
