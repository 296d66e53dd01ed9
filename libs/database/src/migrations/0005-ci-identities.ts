import type { Kysely } from 'kysely';
import { sql } from 'kysely';

// Only a table and a column that may be null are added, so that the version before keeps working.
const STATEMENTS = [
  `create table ci_identities (
    identity_id uuid primary key,
    name text not null unique,
    issuer text not null,
    audience text not null,
    claims jsonb not null,
    scopes text[] not null,
    workloads text[],
    lifetime_seconds integer not null check (lifetime_seconds between 1 and 900),
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null,
    last_used_at timestamptz,
    use_count bigint not null default 0
  )`,
  `create index ci_identities_by_issuer on ci_identities (issuer)`,
  `create index ci_identities_by_user on ci_identities (user_id)`,
  // Without a foreign key: a token keeps the mark of where it came from when its trust is gone.
  `alter table service_tokens add column ci_identity_id uuid`,
  `create index service_tokens_by_ci_identity on service_tokens (ci_identity_id) where ci_identity_id is not null`,
  `create index service_tokens_of_ci on service_tokens (expires_at) where ci_identity_id is not null`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
