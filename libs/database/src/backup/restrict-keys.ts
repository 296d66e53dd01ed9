import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Database } from '../tables/index.ts';

/**
 * Signing keys stand as in the replaced database: what was ended there stays ended, what signs there signs. One that
 * it does not know only verifies. Returns the keys that were ended by this.
 */
export const restrictKeys = async (tx: Transaction<Database>): Promise<string[]> => {
  const { rows: ended } = await sql<{ kid: string }>`
    update signing_keys k set state = 'ended', ended_at = r.ended_at
    from replaced_signing_keys r where r.kid = k.kid and r.state = 'ended' and k.state <> 'ended'
    returning k.kid`.execute(tx);
  await sql`insert into signing_keys (kid, alg, state, created_at, activated_at, ended_at)
    select kid, alg, case state when 'signing' then 'verifying' else state end, created_at, activated_at, ended_at
    from replaced_signing_keys on conflict (kid) do nothing`.execute(tx);
  const signing = sql`select r.kid from replaced_signing_keys r join signing_keys k on k.kid = r.kid
    where r.state = 'signing' and k.state <> 'ended'`;
  await sql`update signing_keys set state = 'verifying'
    where state = 'signing' and exists (${signing}) and kid not in (${signing})`.execute(tx);
  await sql`update signing_keys k set state = 'signing', activated_at = r.activated_at
    from replaced_signing_keys r where r.kid = k.kid and k.kid in (${signing})`.execute(tx);
  return ended.map(({ kid }) => kid).sort();
};
