import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  // Why a delivery could not be mapped; null where it could.
  `alter table webhook_deliveries add column failure text`,
  `alter table sources add column failed bigint not null default 0`,
  // To look at those that ended in one way, newest first.
  `create index webhook_deliveries_outcome on webhook_deliveries (source, outcome, received_at, delivery_id)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
