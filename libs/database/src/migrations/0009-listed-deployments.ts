import type { Kysely } from 'kysely';
import { sql } from 'kysely';

const STATEMENTS = [
  // Whatever the environment, by finish or else start; the expression is that of the listing, to the letter.
  `create index deployments_newest on deployments
    (workload_id, (coalesce(finished_at, started_at, '1970-01-01 00:00:00+00'::timestamptz)) desc, deployment_id desc)`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
