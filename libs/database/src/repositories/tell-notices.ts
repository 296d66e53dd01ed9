import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { NoticeKind } from '@codemetrics/contracts';

const DAY_MS = 86_400_000;

const isoText = (time: RawBuilder<unknown>) =>
  sql`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/**
 * Writes notices and queues each for every endpoint, in one statement. What was told before stays as it is, whoever
 * told it, so that any number of servers may tell the same at once.
 * @param due a query of token_id, user_id, key, created_at, details
 * @returns how many are new
 */
export const tell = async (
  db: Executor,
  kind: NoticeKind,
  before: RawBuilder<unknown>,
  due: RawBuilder<unknown>,
): Promise<number> => {
  const { rows } = await sql<{ told: number }>`
    with ${before} told as (
      insert into notices (notice_id, kind, token_id, user_id, key, created_at, details)
      select gen_random_uuid(), ${kind}::text, due.* from (${due}) as due (token_id, user_id, key, created_at, details)
      where not exists (select from notices n
        where n.token_id = due.token_id and n.kind = ${kind} and n.key = due.key)
      on conflict (token_id, kind, key) do nothing returning notice_id, created_at),
    endpoints as (select webhook_id from notice_webhooks where disabled_at is null for key share),
    queued as (
      insert into notice_deliveries (webhook_id, notice_id, next_attempt_at)
      select webhook_id, notice_id, created_at from endpoints, told)
    select count(*) as told from told`.execute(db);
  return rows[0]!.told;
};

/** When a token `t` ends; there is an index on it. */
const ENDS = sql`least(t.expires_at, t.ends_at)`;

/** Expiry is told of lives of at least so many days; a shorter one is renewed by a program anyway. */
const LEAST_LIFE_DAYS = 2;

/**
 * Tells of tokens that end soon: of `days`, the tightest that is reached, where it lies within the token's life. The
 * life of a token that was rotated counts from its replacement on.
 */
export const tellExpiring = (db: Executor, days: readonly number[], now: Date): Promise<number> =>
  tell(
    db,
    'token-expiring',
    sql``,
    sql`
    select ending.token_id, ending.user_id, ending.days || 'd ' || ${isoText(sql`ending.ends`)}, ${now}::timestamptz,
      jsonb_build_object('days', ending.days, 'expires', ${isoText(sql`ending.ends`)})
    from (
      select t.token_id, t.user_id, ${ENDS} as ends,
        (select min(d) from unnest(${days}::int4[]) as d
          where extract(epoch from ${ENDS} - ${now}) <= d * 86400) as days,
        extract(epoch from ${ENDS} - case when t.ends_at is null then t.created_at else coalesce(
          (select max(r.created_at) from service_tokens r where r.rotated_from = t.token_id), t.created_at) end) as life
      from service_tokens t
      join users u on u.user_id = t.user_id
      where t.revoked_at is null and not u.disabled
        and ${ENDS} > ${now} and ${ENDS} <= ${new Date(now.getTime() + Math.max(...days) * DAY_MS)}
      -- A fence: what is worked out here is worked out once a row.
      offset 0) as ending
    where ending.life >= ${LEAST_LIFE_DAYS * 86_400} and ending.life > ending.days * 86400`,
  );

/** Tells of tokens that were last used so many days ago, or made and never used. One that was rotated is left alone. */
export const tellUnused = (db: Executor, days: number, now: Date): Promise<number> =>
  tell(
    db,
    'token-unused',
    sql``,
    sql`
    select t.token_id, t.user_id, ${isoText(sql`coalesce(t.last_used_at, t.created_at)`)}, ${now}::timestamptz,
      jsonb_build_object('days', ${days}::int4, 'lastUsed', ${isoText(sql`t.last_used_at`)})
    from service_tokens t
    join users u on u.user_id = t.user_id
    where t.revoked_at is null and not u.disabled and t.expires_at > ${now} and t.ends_at is null
      and coalesce(t.last_used_at, t.created_at) <= ${new Date(now.getTime() - days * DAY_MS)}
      and not exists (select from service_tokens r where r.rotated_from = t.token_id)`,
  );
