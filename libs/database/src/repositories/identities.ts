import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { UserIdentitiesTable } from '../tables/identities.ts';

/** Held until the transaction ends: sign-ins of one person come one after the other, so that the first alone makes the user. */
export const lockIdentity = async (db: Executor, provider: string, subject: string): Promise<void> => {
  const name = JSON.stringify(['codemetrics identity', provider, subject]);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(db);
};

/** Which user a person at a provider is; undefined for one who has never signed in. */
export const findIdentity = (
  db: Executor,
  provider: string,
  subject: string,
): Promise<UserIdentitiesTable | undefined> =>
  db
    .selectFrom('user_identities')
    .selectAll()
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .executeTakeFirst();

/** Ties a person at a provider to a user. */
export const insertIdentity = async (db: Executor, identity: UserIdentitiesTable): Promise<void> => {
  await db.insertInto('user_identities').values(identity).execute();
};

/** Notes a sign-in through a provider. */
export const touchIdentity = async (
  db: Executor,
  provider: string,
  subject: string,
  now: Date,
): Promise<void> => {
  await db
    .updateTable('user_identities')
    .set({ last_sign_in_at: now })
    .where('provider', '=', provider)
    .where('subject', '=', subject)
    .execute();
};

/** The providers of users, by id; a user without one is not among the keys. */
export const listProvidersOf = async (
  db: Executor,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('user_identities')
    .select(['user_id', 'provider'])
    .where('user_id', 'in', [...userIds])
    .orderBy('provider')
    .execute();
  const byUser = Map.groupBy(rows, (row) => row.user_id);
  return new Map([...byUser].map(([userId, own]) => [userId, [...new Set(own.map((row) => row.provider))]]));
};
