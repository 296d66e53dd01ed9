import type { Insertable } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { SessionsTable } from '../tables/access.ts';
import { databaseNow, keyLives } from './signing-keys.ts';

export const insertSession = async (db: Executor, session: Insertable<SessionsTable>): Promise<void> => {
  await db.insertInto('sessions').values(session).execute();
};

/** The session, its user's present state and that of the key which signed it, in one indexed read. */
export const findSessionCredential = (db: Executor, sessionId: string, kid: string) =>
  db
    .selectFrom('sessions as s')
    .innerJoin('users as u', 'u.user_id', 's.user_id')
    .select([
      's.expires_at',
      's.ended_at',
      'u.user_id',
      'u.username',
      'u.display_name',
      'u.role',
      'u.workloads',
      'u.disabled',
      keyLives(kid).as('key_lives'),
      databaseNow.as('database_now'),
    ])
    .where('s.session_id', '=', sessionId)
    .executeTakeFirst();

export const endSession = async (db: Executor, sessionId: string, now: Date): Promise<void> => {
  await db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
};

/** Ends every session of a user, but the one given. */
export const endSessionsOf = async (
  db: Executor,
  userId: string,
  now: Date,
  except?: string,
): Promise<void> => {
  let query = db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null);
  if (except !== undefined) query = query.where('session_id', '!=', except);
  await query.execute();
};

/** Deletes sessions that ended or expired before a time. */
export const deleteEndedSessions = async (db: Executor, before: Date): Promise<void> => {
  await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
    .execute();
};
