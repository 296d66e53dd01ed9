import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { CiIdentitiesTable } from '../tables/ci-identities.ts';

/** A trust in a CI system with the user name of who made it. */
export type CiIdentityRow = Selectable<CiIdentitiesTable> & { readonly created_by: string };

const withMaker = (db: Executor) =>
  db
    .selectFrom('ci_identities as i')
    .innerJoin('users as u', 'u.user_id', 'i.user_id')
    .selectAll('i')
    .select('u.username as created_by');

export const insertCiIdentity = async (
  db: Executor,
  row: Insertable<CiIdentitiesTable>,
): Promise<CiIdentityRow> => {
  const claims = sql<Record<string, string>>`${JSON.stringify(row.claims)}::jsonb`;
  await db
    .insertInto('ci_identities')
    .values({ ...row, claims })
    .execute();
  return withMaker(db).where('i.identity_id', '=', row.identity_id).executeTakeFirstOrThrow();
};

export const findCiIdentity = (db: Executor, identityId: string): Promise<CiIdentityRow | undefined> =>
  withMaker(db).where('i.identity_id', '=', identityId).executeTakeFirst();

/** By name: of one user or of all. */
export const listCiIdentities = (db: Executor, userId: string | undefined): Promise<CiIdentityRow[]> => {
  const query = withMaker(db).orderBy('i.name');
  return (userId === undefined ? query : query.where('i.user_id', '=', userId)).execute();
};

/** Every trust in an issuer, by name. */
export const listCiIdentitiesOf = (db: Executor, issuer: string): Promise<CiIdentityRow[]> =>
  withMaker(db).where('i.issuer', '=', issuer).orderBy('i.name').execute();

/** How many there are. Held until the transaction ends, so that two can't be made beyond the most at once. */
export const countCiIdentities = async (db: Executor): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtext('codemetrics ci identities'))`.execute(db);
  const { count } = await db
    .selectFrom('ci_identities')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
};

/** Notes that a token was given. */
export const noteCiIdentityUse = async (db: Executor, identityId: string, now: Date): Promise<void> => {
  await db
    .updateTable('ci_identities')
    .set((eb) => ({ last_used_at: now, use_count: eb('use_count', '+', 1) }))
    .where('identity_id', '=', identityId)
    .execute();
};

/** Deletes a trust and revokes the tokens that it gave. */
export const deleteCiIdentity = async (db: Executor, identityId: string, now: Date): Promise<void> => {
  await db
    .updateTable('service_tokens')
    .set({ revoked_at: now })
    .where('ci_identity_id', '=', identityId)
    .where('revoked_at', 'is', null)
    .execute();
  await db.deleteFrom('ci_identities').where('identity_id', '=', identityId).execute();
};

/** At most so many are deleted at a time, so that no exchange has to wait long for it. */
const SWEEP = 100;

/** Deletes tokens of CI jobs that ended before a time: there is one for each job, and nobody else would ever do it. */
export const sweepCiTokens = async (db: Executor, endedBefore: Date): Promise<void> => {
  await db
    .deleteFrom('service_tokens')
    .where('token_id', 'in', (eb) =>
      eb
        .selectFrom('service_tokens')
        .select('token_id')
        .where('ci_identity_id', 'is not', null)
        .where('expires_at', '<', endedBefore)
        .orderBy('expires_at')
        .limit(SWEEP)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
};
