import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useScratchDatabase } from '../connect/scratch-database.ts';
import type { PipelineRunFilter } from './list-pipeline-runs.ts';
import { listPipelineRuns } from './list-pipeline-runs.ts';
import type { Database } from '../tables/index.ts';

const connection = useScratchDatabase();
const ROWS = 40_000;

/** How many rows a listing reads. */
const rowsRead = async (db: Kysely<Database>, over: Partial<PipelineRunFilter>) =>
  db.transaction().execute(async (transaction) => {
    const count = async (): Promise<number> => {
      const { rows } = await sql<{ read: number }>`
        select (idx_tup_fetch + seq_tup_read)::int as read from pg_stat_xact_user_tables
        where relname = 'pipeline_runs'`.execute(transaction);
      return rows[0]!.read;
    };
    const before = await count();
    const runs = await listPipelineRuns(transaction, {
      ...{ workloads: ['large'], order: 'newest', limit: 51 },
      ...over,
    });
    return { rows: runs.length, read: (await count()) - before };
  });

test('a rare conclusion or status of a large workload is found without passing over the others', async () => {
  const { db } = connection();
  await sql`insert into pipeline_runs (workload_id, run_id, source, external_id, attempt, repository, job, status,
      conclusion, started_at, sorted_at)
    select 'large', gen_random_uuid(), 'ci', i::text, 1, 'acme/web', 'build',
      case when i = 3 then 'running' else 'completed' end,
      case when i = 3 then null when i % 10000 = 7 then 'timed-out' when i % 10 = 1 then 'failure' else 'success' end,
      at, at
    from (select i, timestamptz '2026-01-01' - i * interval '1 minute' as at
      from generate_series(1, ${sql.lit(ROWS)}::int) i) as rows`.execute(db);
  await sql`analyze pipeline_runs`.execute(db);
  for (const [over, rows] of [
    [{ conclusions: ['timed-out'] }, 4],
    [{ conclusions: ['neutral'] }, 0],
    [{ conclusions: ['timed-out'], order: 'oldest' }, 4],
    [{ conclusions: ['timed-out', 'failure'] }, 51],
    [{ statuses: ['running', 'queued'] }, 1],
    [{ conclusions: ['success', 'timed-out'] }, 51],
  ] as const) {
    const found = await rowsRead(db, over);
    expect(found.rows, JSON.stringify(over)).toBe(rows);
    expect(found.read, JSON.stringify(over)).toBeLessThan(300);
  }
});
