import type { Kysely } from 'kysely';
import { sql } from 'kysely';

// Who a user is at an identity provider. Only a table is added, so that the version before keeps working.
const STATEMENTS = [
  `create table user_identities (
    provider text not null,
    subject text not null,
    user_id uuid not null references users on delete cascade,
    created_at timestamptz not null,
    last_sign_in_at timestamptz,
    primary key (provider, subject)
  )`,
  `create index user_identities_by_user on user_identities (user_id)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
