import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/** What became of the credentials of a backup. */
export interface RestrictedCredentials {
  readonly sessionsEnded: number;
  /** Those that would be good otherwise. */
  readonly tokensRevoked: number;
  readonly tokensKept: number;
}

/** `none`; or those that are good in the `replaced` database too; or `all` that are good in the backup. */
export type KeptTokens = 'none' | 'replaced' | 'all';

const isGood = (alias: 't' | 'r', now: Date) => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`${column('revoked_at')} is null and ${column('expires_at')} > ${now}
    and (${column('ends_at')} is null or ${column('ends_at')} > ${now})`;
};

const KEY_LIVES = sql`not exists (select from signing_keys k where k.kid = t.kid and k.state = 'ended')`;

// The product changes no limit of a token; so one with other limits is another.
const isGoodInReplaced = (now: Date) => sql`exists (
  select from replaced_service_tokens r
  join replaced_users u on u.user_id = r.user_id and not u.disabled
  where r.token_id = t.token_id and r.user_id = t.user_id and ${isGood('r', now)}
    and r.scopes = t.scopes and r.workloads is not distinct from t.workloads
    and r.allowed_cidrs is not distinct from t.allowed_cidrs)`;

/** A backup knows nothing of what was revoked after it: ends what can't be shown to be still good. */
export const restrictCredentials = async (
  tx: Transaction<Database>,
  kept: KeptTokens,
  now: Date,
): Promise<RestrictedCredentials> => {
  const { numAffectedRows: sessionsEnded } = await sql`
    update sessions set ended_at = ${now} where ended_at is null and expires_at > ${now}`.execute(tx);
  const isKept = { none: sql`false`, replaced: isGoodInReplaced(now), all: sql`true` }[kept];
  const { numAffectedRows: tokensRevoked } = await sql`
    update service_tokens t set revoked_at = ${now}
    where ${isGood('t', now)} and ${KEY_LIVES} and not ${isKept}`.execute(tx);
  if (kept === 'replaced')
    // A rotation has set an end.
    await sql`update service_tokens t
      set expires_at = least(t.expires_at, r.expires_at), ends_at = least(t.ends_at, r.ends_at)
      from replaced_service_tokens r where r.token_id = t.token_id`.execute(tx);
  const { rows } = await sql<{ count: number }>`
    select count(*) from service_tokens t where ${isGood('t', now)} and ${KEY_LIVES}`.execute(tx);
  return {
    sessionsEnded: Number(sessionsEnded ?? 0),
    tokensRevoked: Number(tokensRevoked ?? 0),
    tokensKept: rows[0]!.count,
  };
};
