import { sql } from 'kysely';
import type { PipelineJobInput, WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { PipelineJobsTable } from '../tables/reports.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';

const TABLE: BulkTable<PipelineJobInput> = {
  table: 'pipeline_jobs',
  key: ['workload_id', 'source', 'external_id'],
  columns: [
    { name: 'workload_id', type: 'text', of: (job) => job.workload },
    { name: 'source', type: 'text', of: (job) => job.source },
    { name: 'external_id', type: 'text', of: (job) => job.externalId },
    { name: 'repository', type: 'text', of: (job) => job.repository },
    { name: 'run_external_id', type: 'text', of: (job) => job.run },
    { name: 'attempt', type: 'int4', of: (job) => job.attempt },
    { name: 'name', type: 'text', of: (job) => job.name },
    { name: 'stage', type: 'text', of: (job) => job.stage, keepsOld: true },
    { name: 'runner', type: 'text', of: (job) => job.runner, keepsOld: true },
    { name: 'branch', type: 'text', of: (job) => job.branch, keepsOld: true },
    { name: 'commit_sha', type: 'text', of: (job) => job.commit, keepsOld: true },
    { name: 'status', type: 'text', of: (job) => job.status },
    { name: 'conclusion', type: 'text', of: (job) => job.conclusion },
    { name: 'queued_at', type: 'timestamptz', of: (job) => job.queuedAt, keepsOld: true },
    { name: 'started_at', type: 'timestamptz', of: (job) => job.startedAt, keepsOld: true },
    { name: 'finished_at', type: 'timestamptz', of: (job) => job.finishedAt },
    { name: 'url', type: 'text', of: (job) => job.url, keepsOld: true },
  ],
  guard: sql<boolean>`array_position(array['queued', 'running', 'completed'], excluded.status)
    >= array_position(array['queued', 'running', 'completed'], t.status)`,
};

/** Writes the jobs of runs by their natural key. */
export const upsertPipelineJobs = (db: Executor, jobs: readonly PipelineJobInput[]): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, jobs);

/** The jobs of one attempt of a run, in the order in which they began. */
export const jobsOfRun = (
  db: Executor,
  run: {
    readonly workload_id: string;
    readonly source: string;
    readonly external_id: string;
    readonly attempt: number;
  },
): Promise<PipelineJobsTable[]> =>
  db
    .selectFrom('pipeline_jobs')
    .selectAll()
    .where('workload_id', '=', run.workload_id)
    .where('source', '=', run.source)
    .where('run_external_id', '=', run.external_id)
    .where('attempt', '=', run.attempt)
    .orderBy((eb) => eb.fn.coalesce('started_at', 'queued_at', 'finished_at'))
    .orderBy('external_id')
    .limit(1000)
    .execute();
