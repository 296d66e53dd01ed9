import type { Insertable, Selectable, Updateable } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { UsersTable } from '../tables/access.ts';

export type UserRow = Selectable<UsersTable>;

export const insertUser = (db: Executor, user: Insertable<UsersTable>): Promise<UserRow> =>
  db.insertInto('users').values(user).returningAll().executeTakeFirstOrThrow();

/** By the name as typed, whatever its case. */
export const findUserByName = (db: Executor, username: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('username_key', '=', username.toLowerCase()).executeTakeFirst();

export const findUser = (db: Executor, userId: string, lock = false): Promise<UserRow | undefined> => {
  const query = db.selectFrom('users').selectAll().where('user_id', '=', userId);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
};

/** A user, held as they are until the transaction ends: disabling them waits, or has been seen. */
export const holdUser = (db: Executor, userId: string): Promise<UserRow | undefined> =>
  db.selectFrom('users').selectAll().where('user_id', '=', userId).forNoKeyUpdate().executeTakeFirst();

export const listUsers = (db: Executor, after: string | undefined, limit: number): Promise<UserRow[]> => {
  const query = db.selectFrom('users').selectAll().orderBy('username_key').limit(limit);
  return (after === undefined ? query : query.where('username_key', '>', after)).execute();
};

export const updateUser = (db: Executor, userId: string, change: Updateable<UsersTable>): Promise<UserRow> =>
  db.updateTable('users').set(change).where('user_id', '=', userId).returningAll().executeTakeFirstOrThrow();

export const deleteUser = async (db: Executor, userId: string): Promise<void> => {
  await db.deleteFrom('users').where('user_id', '=', userId).execute();
};

export const anyUser = async (db: Executor): Promise<boolean> =>
  (await db.selectFrom('users').select('user_id').limit(1).executeTakeFirst()) !== undefined;

/** The enabled administrators, locked, so that two of them can't take each other away at once. */
export const lockAdministrators = (db: Executor): Promise<{ user_id: string }[]> =>
  db
    .selectFrom('users')
    .select('user_id')
    .where('role', '=', 'admin')
    .where('disabled', '=', false)
    .orderBy('user_id')
    .forUpdate()
    .execute();

/** Held until the transaction ends: servers that start together ask one after the other whether there is a user yet. */
export const lockFirstAdministrator = async (db: Executor): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('codemetrics first administrator'))`.execute(db);
};
