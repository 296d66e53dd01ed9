import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
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

/** One session as it is stored; `lock` holds it until the transaction ends. */
export const findSession = (
  db: Executor,
  sessionId: string,
  lock = false,
): Promise<Selectable<SessionsTable> | undefined> => {
  const query = db.selectFrom('sessions').selectAll().where('session_id', '=', sessionId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

/** The sessions of a user that live, newest first; the provider stands in the audit entry of the sign-in alone. */
export const listLiveSessions = (db: Executor, userId: string, now: Date) =>
  db
    .selectFrom('sessions as s')
    .selectAll('s')
    .select(
      sql<string | null>`(select a.details ->> 'provider' from audit_entries a
        where a.target = s.session_id::text and a.action = 'session.create' and a.outcome = 'success' limit 1)`.as(
        'provider',
      ),
    )
    .where('s.user_id', '=', userId)
    .where('s.ended_at', 'is', null)
    .where('s.expires_at', '>', now)
    .orderBy('s.created_at', 'desc')
    .orderBy('s.session_id', 'desc')
    .execute();

export const endSession = async (db: Executor, sessionId: string, now: Date): Promise<void> => {
  await db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('session_id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
};

/** Ends every session of a user, but the one given; gives how many of them had not expired by themselves. */
export const endSessionsOf = async (
  db: Executor,
  userId: string,
  now: Date,
  except?: string,
): Promise<number> => {
  let query = db
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null);
  if (except !== undefined) query = query.where('session_id', '!=', except);
  const rows = await query.returning('expires_at').execute();
  return rows.filter((row) => row.expires_at > now).length;
};

/** Deletes sessions that ended or expired before a time. */
export const deleteEndedSessions = async (db: Executor, before: Date): Promise<void> => {
  await db
    .deleteFrom('sessions')
    .where((eb) => eb.or([eb('expires_at', '<', before), eb('ended_at', '<', before)]))
    .execute();
};
