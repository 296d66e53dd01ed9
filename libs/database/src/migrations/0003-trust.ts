import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  // What each signing key is for. The secrets themselves are never here, so that a dump lets nobody sign.
  `create table signing_keys (
    kid text primary key,
    alg text not null check (alg in ('HS256', 'EdDSA')),
    state text not null check (state in ('verifying', 'signing', 'ended')),
    created_at timestamptz not null,
    activated_at timestamptz,
    ended_at timestamptz
  )`,
  `create unique index signing_keys_one_signs on signing_keys (state) where state = 'signing'`,
  `alter table service_tokens add column kid text`,
  // What it counts is worth nothing after a crash.
  `create unlogged table rate_limits (key text primary key, points integer not null default 0, expire bigint)`,
  `create index audit_entries_by_actor on audit_entries (actor, sequence desc)`,
  `create index audit_entries_by_target on audit_entries (target, sequence desc)`,
  `create index audit_entries_by_action on audit_entries (action, sequence desc)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
