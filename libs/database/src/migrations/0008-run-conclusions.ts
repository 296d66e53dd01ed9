import type { Kysely } from 'kysely';
import { sql } from 'kysely';

// Runs that did not succeed are few among many, and those that have not ended are fewer still; so they are found without
// passing over the others. Of a large table it takes a while, in which no runs are written.
const STATEMENTS = [
  `create index pipeline_runs_unsuccessful on pipeline_runs (workload_id, conclusion, sorted_at desc, run_id desc)
    where conclusion is distinct from 'success'`,
];

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
};
