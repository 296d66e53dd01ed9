import { sql } from 'kysely';
import type { PipelineRunInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { PipelineRunsTable } from '../tables/facts.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';

/** A run with the id that it gets if it is new. */
export type NewPipelineRun = PipelineRunInput & { readonly runId: string };

const TABLE: BulkTable<NewPipelineRun> = {
  table: 'pipeline_runs',
  key: ['workload_id', 'source', 'external_id', 'attempt'],
  columns: [
    { name: 'workload_id', type: 'text', of: (run) => run.workload },
    { name: 'run_id', type: 'uuid', of: (run) => run.runId, onlyNew: true },
    { name: 'source', type: 'text', of: (run) => run.source },
    { name: 'external_id', type: 'text', of: (run) => run.externalId },
    { name: 'attempt', type: 'int4', of: (run) => run.attempt },
    { name: 'repository', type: 'text', of: (run) => run.repository },
    { name: 'job', type: 'text', of: (run) => run.job },
    { name: 'stage', type: 'text', of: (run) => run.stage, keepsOld: true },
    { name: 'runner', type: 'text', of: (run) => run.runner, keepsOld: true },
    { name: 'branch', type: 'text', of: (run) => run.branch, keepsOld: true },
    { name: 'commit_sha', type: 'text', of: (run) => run.commit, keepsOld: true },
    { name: 'event', type: 'text', of: (run) => run.event, keepsOld: true },
    { name: 'status', type: 'text', of: (run) => run.status },
    { name: 'conclusion', type: 'text', of: (run) => run.conclusion },
    { name: 'queued_at', type: 'timestamptz', of: (run) => run.queuedAt, keepsOld: true },
    { name: 'started_at', type: 'timestamptz', of: (run) => run.startedAt, keepsOld: true },
    { name: 'finished_at', type: 'timestamptz', of: (run) => run.finishedAt },
    { name: 'actor_name', type: 'text', of: (run) => run.actor?.name, keepsOld: true },
    { name: 'actor_kind', type: 'text', of: (run) => run.actor?.kind, keepsOld: true },
    { name: 'url', type: 'text', of: (run) => run.url, keepsOld: true },
  ],
  // From what is stored, not from what was sent last, so that a shorter message doesn't move the run.
  derived: [
    {
      name: 'sorted_at',
      of: (column) =>
        sql`coalesce(${column('started_at')}, ${column('queued_at')}, ${column('finished_at')})`,
    },
  ],
  // Deliveries come out of order: a late "running" must not reopen a completed run.
  guard: sql<boolean>`array_position(array['queued', 'running', 'completed'], excluded.status)
    >= array_position(array['queued', 'running', 'completed'], t.status)`,
};

/** Writes runs by their natural key. */
export const upsertPipelineRuns = (db: Executor, runs: readonly NewPipelineRun[]): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, runs);

/** One run by its id among the given workloads, with the other attempts of the same run. */
export const findPipelineRun = async (
  db: Executor,
  runId: string,
  workloads: readonly string[],
): Promise<{ run: PipelineRunsTable; attempts: PipelineRunsTable[] } | undefined> => {
  const run = await db
    .selectFrom('pipeline_runs')
    .selectAll()
    .where('run_id', '=', runId)
    .where('workload_id', 'in', workloads.length > 0 ? [...workloads] : [''])
    .executeTakeFirst();
  if (!run) return undefined;
  const attempts = await db
    .selectFrom('pipeline_runs')
    .selectAll()
    .where('workload_id', '=', run.workload_id)
    .where('source', '=', run.source)
    .where('external_id', '=', run.external_id)
    .where('run_id', '!=', runId)
    .orderBy('attempt')
    .execute();
  return { run, attempts };
};
