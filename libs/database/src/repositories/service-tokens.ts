import type { Insertable, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { ServiceTokensTable } from '../tables/access.ts';
import { databaseNow, keyLives } from './signing-keys.ts';
import type { TokenNetwork } from './token-networks.ts';
import { noteTokenNetworks } from './token-networks.ts';

export type ServiceTokenRow = Selectable<ServiceTokensTable> & { readonly created_by: string };

export const insertServiceToken = async (
  db: Executor,
  token: Insertable<ServiceTokensTable>,
): Promise<void> => {
  await db.insertInto('service_tokens').values(token).execute();
};

/** The token, its user's present state and that of the key which signed it, in one indexed read. */
export const findServiceCredential = (db: Executor, tokenId: string, kid: string) =>
  db
    .selectFrom('service_tokens as t')
    .innerJoin('users as u', 'u.user_id', 't.user_id')
    .select([
      't.subject',
      't.scopes',
      't.workloads as token_workloads',
      't.allowed_cidrs',
      't.expires_at',
      't.revoked_at',
      't.ends_at',
      'u.user_id',
      'u.username',
      'u.display_name',
      'u.role',
      'u.workloads',
      'u.disabled',
      keyLives(kid).as('key_lives'),
      databaseNow.as('database_now'),
    ])
    .where('t.token_id', '=', tokenId)
    .executeTakeFirst();

const withMaker = (db: Executor) =>
  db
    .selectFrom('service_tokens as t')
    .innerJoin('users as u', 'u.user_id', 't.user_id')
    .selectAll('t')
    .select('u.username as created_by');

/** One token with its maker's name; `lock` holds it until the transaction ends. */
export const findServiceToken = (
  db: Executor,
  tokenId: string,
  lock = false,
): Promise<ServiceTokenRow | undefined> => {
  const query = withMaker(db).where('t.token_id', '=', tokenId);
  return (lock ? query.forUpdate('t') : query).executeTakeFirst();
};

/** Of one user or of all; the active ones or every one. */
export interface ListedTokens {
  readonly userId?: string | undefined;
  readonly activeAt?: Date | undefined;
}

const isActiveAt = (at: Date) =>
  sql<boolean>`t.revoked_at is null and t.expires_at > ${at} and (t.ends_at is null or t.ends_at > ${at})`;

/** Newest first. */
export const listServiceTokens = (db: Executor, options: ListedTokens): Promise<ServiceTokenRow[]> => {
  let query = withMaker(db).orderBy('t.created_at', 'desc').orderBy('t.token_id', 'desc');
  if (options.userId !== undefined) query = query.where('t.user_id', '=', options.userId);
  if (options.activeAt) query = query.where(isActiveAt(options.activeAt));
  return query.execute();
};

/** Calls by day of the tokens that `listServiceTokens` gives for the same options; tokens and days without one are left out. */
export const listDailyTokenUsage = (db: Executor, options: ListedTokens & { readonly since: string }) => {
  let query = db
    .selectFrom('service_token_usage as used')
    .innerJoin('service_tokens as t', 't.token_id', 'used.token_id')
    .select(['used.token_id', 'used.day'])
    .select(sql<number>`sum(used.calls)::int8`.as('calls'))
    .select(sql<number>`sum(used.failures)::int8`.as('failures'))
    .where('used.day', '>=', options.since)
    .groupBy(['used.token_id', 'used.day'])
    .orderBy('used.token_id')
    .orderBy('used.day');
  if (options.userId !== undefined) query = query.where('t.user_id', '=', options.userId);
  if (options.activeAt) query = query.where(isActiveAt(options.activeAt));
  return query.execute();
};

export const revokeServiceToken = async (db: Executor, tokenId: string, now: Date): Promise<void> => {
  await db
    .updateTable('service_tokens')
    .set({ revoked_at: now })
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .execute();
};

/** Revokes every token of a user that isn't yet, for good; gives how many. */
export const revokeServiceTokensOf = async (db: Executor, userId: string, now: Date): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('service_tokens')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
};

/** Lets a token end at a time, unless it ends sooner anyway. */
export const endServiceTokenAt = async (db: Executor, tokenId: string, at: Date): Promise<void> => {
  await sql`update service_tokens set ends_at = least(coalesce(ends_at, ${at}), ${at}) where token_id = ${tokenId}::uuid`.execute(
    db,
  );
};

/** What one token did since the last flush. */
export interface TokenUse {
  readonly tokenId: string;
  readonly lastUsed: Date;
  readonly lastUsedFrom: string;
  readonly lastUserAgent: string | null;
  /** By `YYYY-MM-DD` and operation. */
  readonly counts: readonly {
    readonly day: string;
    readonly operation: string;
    readonly calls: number;
    readonly failures: number;
  }[];
  readonly networks: readonly TokenNetwork[];
}

/**
 * Adds gathered usage, within a transaction. Tokens deleted meanwhile are passed over.
 * @returns how many notices of new networks came of it
 */
export const addTokenUsage = async (db: Executor, uses: readonly TokenUse[]): Promise<number> => {
  if (uses.length === 0) return 0;
  const sum = (use: TokenUse, field: 'calls' | 'failures') =>
    use.counts.reduce((total, one) => total + one[field], 0);
  const { rows } = await sql<{ token_id: string }>`
    update service_tokens t set last_used_at = greatest(coalesce(t.last_used_at, u.at), u.at), last_used_from = u.address,
      last_user_agent = u.agent, use_count = t.use_count + u.calls, failure_count = t.failure_count + u.failures
    from unnest(${uses.map((use) => use.tokenId)}::uuid[], ${uses.map((use) => use.lastUsed)}::timestamptz[],
      ${uses.map((use) => use.lastUsedFrom)}::text[], ${uses.map((use) => use.lastUserAgent)}::text[],
      ${uses.map((use) => sum(use, 'calls'))}::int8[], ${uses.map((use) => sum(use, 'failures'))}::int8[]) as u(id, at, address, agent, calls, failures)
    where t.token_id = u.id returning t.token_id`.execute(db);
  const alive = new Set(rows.map((row) => row.token_id));
  const kept = uses.filter((use) => alive.has(use.tokenId));
  const counts = kept.flatMap((use) => use.counts.map((one) => ({ ...one, tokenId: use.tokenId })));
  if (counts.length === 0) return 0;
  await sql`
    insert into service_token_usage as t (token_id, day, operation, calls, failures)
    select * from unnest(${counts.map((one) => one.tokenId)}::uuid[], ${counts.map((one) => one.day)}::date[], ${counts.map((one) => one.operation)}::text[],
      ${counts.map((one) => one.calls)}::int8[], ${counts.map((one) => one.failures)}::int8[])
    on conflict (token_id, day, operation) do update set calls = t.calls + excluded.calls, failures = t.failures + excluded.failures`.execute(
    db,
  );
  return noteTokenNetworks(
    db,
    kept.flatMap((use) => use.networks.map((one) => ({ ...one, tokenId: use.tokenId }))),
  );
};

export const listTokenUsage = (db: Executor, tokenId: string, since: string) =>
  db
    .selectFrom('service_token_usage')
    .select(['day', 'operation', 'calls', 'failures'])
    .where('token_id', '=', tokenId)
    .where('day', '>=', since)
    .orderBy('day', 'desc')
    .orderBy('operation')
    .execute();
