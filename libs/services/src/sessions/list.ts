import { listLiveSessions } from '@codemetrics/database';
import { person } from '../actor.ts';
import type { Verb } from '../verb.ts';

export const listSessions: Verb<'sessions', 'list'> = async (deps, actor) => {
  const someone = person(actor);
  const rows = await listLiveSessions(deps.db, someone.userId, deps.now());
  return {
    sessions: rows.map((row) => ({
      sessionId: row.session_id,
      created: row.created_at.toISOString(),
      expires: row.expires_at.toISOString(),
      address: row.address,
      userAgent: row.user_agent,
      provider: row.provider,
      current: row.session_id === someone.sessionId,
    })),
  };
};
