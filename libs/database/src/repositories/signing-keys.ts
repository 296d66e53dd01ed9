import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { SigningKeysTable } from '../tables/access.ts';

export type SigningKeyRow = Selectable<SigningKeysTable>;

/** Whether the key of this name still verifies: part of every credential's read, so that an ended key is refused at once. */
export const keyLives = (kid: string) =>
  sql<boolean>`exists (select from signing_keys k where k.kid = ${kid} and k.state <> 'ended')`;

/** The database's own clock, which all servers share. */
export const databaseNow = sql<Date>`clock_timestamp()`;

/** Oldest first. */
export const listSigningKeys = (db: Executor): Promise<SigningKeyRow[]> =>
  db.selectFrom('signing_keys').selectAll().orderBy('created_at').orderBy('kid').execute();

/** The name of the key that new tokens are signed with; undefined before the first. */
export const findSigningKid = async (db: Executor): Promise<string | undefined> =>
  (await db.selectFrom('signing_keys').select('kid').where('state', '=', 'signing').executeTakeFirst())?.kid;

/** Held until the transaction ends: whoever changes what keys are for does so one after the other. */
export const lockSigningKeys = async (db: Executor): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('codemetrics signing keys'))`.execute(db);
};

/** Notes keys that a server holds; those known already stay as they are. */
export const noteSigningKeys = async (
  db: Executor,
  keys: readonly Pick<SigningKeyRow, 'kid' | 'alg'>[],
  now: Date,
): Promise<void> => {
  if (keys.length === 0) return;
  await db
    .insertInto('signing_keys')
    .values(
      keys.map(({ kid, alg }) => ({
        kid,
        alg,
        state: 'verifying' as const,
        created_at: now,
        activated_at: null,
        ended_at: null,
      })),
    )
    .onConflict((oc) => oc.column('kid').doNothing())
    .execute();
};

/** Makes a key the one that signs; the one before it goes on verifying. */
export const activateSigningKey = async (db: Executor, kid: string, now: Date): Promise<void> => {
  await db.updateTable('signing_keys').set({ state: 'verifying' }).where('state', '=', 'signing').execute();
  await db
    .updateTable('signing_keys')
    .set({ state: 'signing', activated_at: now })
    .where('kid', '=', kid)
    .execute();
};

/** Ends a key for good: what it signed is refused from the moment that the transaction is committed. */
export const endSigningKey = async (db: Executor, kid: string, now: Date): Promise<void> => {
  await db
    .updateTable('signing_keys')
    .set({ state: 'ended', ended_at: now })
    .where('kid', '=', kid)
    .execute();
};

/** How many service tokens that still hold were signed by each key. */
export const countTokensByKey = async (db: Executor, now: Date): Promise<Map<string, number>> => {
  const rows = await db
    .selectFrom('service_tokens')
    .select(['kid', (eb) => eb.fn.countAll<number>().as('tokens')])
    .where('kid', 'is not', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .groupBy('kid')
    .execute();
  return new Map(rows.map((row) => [row.kid!, Number(row.tokens)]));
};
