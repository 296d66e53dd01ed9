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

/** What a listing is narrowed by; times are half-open: from `start` up to, not including, `end`. */
export interface PipelineRunFilter {
  readonly workloads: readonly string[];
  readonly repository?: string | undefined;
  readonly job?: string | undefined;
  /** Stages, or what stands before the first `/` of a job’s name. */
  readonly jobGroups?: readonly string[] | undefined;
  readonly branch?: string | undefined;
  readonly statuses?: readonly PipelineRunsTable['status'][] | undefined;
  readonly actor?: string | undefined;
  readonly event?: string | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  /** Only rows after this one in the listing. */
  readonly after?: { readonly sortedAt: string; readonly runId: string } | undefined;
  readonly limit: number;
}

/** A run with its place in the listing, to the microsecond, for the cursor. */
export type ListedPipelineRun = PipelineRunsTable & { readonly place: string };

/** Newest first. Each workload is read by its own index, so the cost doesn't grow with the table. */
export const listPipelineRuns = async (
  db: Executor,
  filter: PipelineRunFilter,
): Promise<ListedPipelineRun[]> => {
  if (filter.workloads.length === 0) return [];
  const narrowed = sql.join(
    [
      sql`true`,
      filter.repository === undefined ? undefined : sql`r.repository = ${filter.repository}`,
      filter.job === undefined ? undefined : sql`r.job = ${filter.job}`,
      filter.jobGroups === undefined
        ? undefined
        : sql`(r.stage = any(${[...filter.jobGroups]}) or trim(split_part(r.job, '/', 1)) = any(${[...filter.jobGroups]}))`,
      filter.branch === undefined ? undefined : sql`r.branch = ${filter.branch}`,
      filter.statuses === undefined ? undefined : sql`r.status = any(${[...filter.statuses]})`,
      filter.actor === undefined ? undefined : sql`r.actor_name = ${filter.actor}`,
      filter.event === undefined ? undefined : sql`r.event = ${filter.event}`,
      filter.start === undefined ? undefined : sql`r.sorted_at >= ${filter.start}`,
      filter.end === undefined ? undefined : sql`r.sorted_at < ${filter.end}`,
      filter.after === undefined
        ? undefined
        : sql`(r.sorted_at, r.run_id) < (${filter.after.sortedAt}::timestamptz, ${filter.after.runId}::uuid)`,
    ].filter((one) => one !== undefined),
    sql` and `,
  );
  const { rows } = await sql<ListedPipelineRun>`
    select page.*, page.sorted_at::text as place
    from unnest(${[...filter.workloads]}::text[]) as w(id)
    cross join lateral (
      select r.* from pipeline_runs r where r.workload_id = w.id and ${narrowed}
      order by r.sorted_at desc, r.run_id desc limit ${filter.limit}
    ) as page
    order by page.sorted_at desc, page.run_id desc limit ${filter.limit}`.execute(db);
  return rows;
};

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
