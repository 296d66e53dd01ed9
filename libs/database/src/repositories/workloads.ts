import { sql } from 'kysely';
import type { WorkloadInput } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { WorkloadsTable } from '../tables/configuration.ts';

const columns = (workload: WorkloadInput) => ({
  name: workload.name,
  description: workload.description,
  tags: sql<Record<string, string>>`${JSON.stringify(workload.tags)}::jsonb`,
  repository_groups: sql<
    WorkloadsTable['repository_groups']
  >`${JSON.stringify(workload.repositoryGroups)}::jsonb`,
  services: sql<string[]>`${JSON.stringify(workload.services)}::jsonb`,
  working_hours: sql<
    WorkloadsTable['working_hours']
  >`${workload.workingHours === null ? null : JSON.stringify(workload.workingHours)}::jsonb`,
  runner_rates: sql<Record<string, number>>`${JSON.stringify(workload.runnerRates)}::jsonb`,
});

/** Inserts a workload; a unique violation says that its id is taken. */
export const insertWorkload = (db: Executor, workload: WorkloadInput, now: Date): Promise<WorkloadsTable> =>
  db
    .insertInto('workloads')
    .values({ workload_id: workload.id, ...columns(workload), created_at: now, updated_at: now })
    .returningAll()
    .executeTakeFirstOrThrow();

/** Replaces a workload's configuration; undefined where there is none. */
export const replaceWorkload = (
  db: Executor,
  workload: WorkloadInput,
  now: Date,
): Promise<WorkloadsTable | undefined> =>
  db
    .updateTable('workloads')
    .set({ ...columns(workload), updated_at: now })
    .where('workload_id', '=', workload.id)
    .returningAll()
    .executeTakeFirst();

/** One workload by its id. */
export const findWorkload = (db: Executor, id: string): Promise<WorkloadsTable | undefined> =>
  db.selectFrom('workloads').selectAll().where('workload_id', '=', id).executeTakeFirst();

/** Workloads by id, of all or of the given ones, after an id. */
export const listWorkloads = (
  db: Executor,
  options: {
    readonly only?: readonly string[] | null;
    readonly after?: string | undefined;
    readonly limit?: number;
  },
): Promise<WorkloadsTable[]> => {
  let query = db.selectFrom('workloads').selectAll().orderBy('workload_id');
  if (options.only)
    query = query.where('workload_id', 'in', options.only.length > 0 ? [...options.only] : ['']);
  if (options.after !== undefined) query = query.where('workload_id', '>', options.after);
  if (options.limit !== undefined) query = query.limit(options.limit);
  return query.execute();
};

/** Which of these ids exist. `lock` keeps them from being deleted until the transaction ends. */
export const existingWorkloads = async (
  db: Executor,
  ids: readonly string[],
  lock = false,
): Promise<Set<string>> => {
  const query = db
    .selectFrom('workloads')
    .select('workload_id')
    .where('workload_id', 'in', ids.length > 0 ? [...ids] : [''])
    .orderBy('workload_id');
  const rows = await (lock ? query.forKeyShare() : query).execute();
  return new Set(rows.map((row) => row.workload_id));
};

const FACT_TABLES = [
  'pipeline_runs',
  'pipeline_jobs',
  'deployments',
  'incidents',
  'commit_files',
  'commits',
  'delivered_commits',
  'delivery_dirty',
  'changes',
  'change_reviews',
  'issues',
  'coverage_reports',
  'measurements',
  'test_cases',
  'test_reports',
  'vulnerability_findings',
  'vulnerability_reports',
  'dimension_values',
  'repositories',
] as const;

/** Deletes a workload with all its data; false where there is none. */
export const deleteWorkload = async (db: Executor, id: string): Promise<boolean> => {
  const row = await db
    .deleteFrom('workloads')
    .where('workload_id', '=', id)
    .returning('workload_id')
    .executeTakeFirst();
  if (!row) return false;
  for (const table of FACT_TABLES) await db.deleteFrom(table).where('workload_id', '=', id).execute();
  return true;
};

/** Held until the transaction ends: no workload is made or changed meanwhile, so that a set is compared with one state. */
export const lockWorkloads = async (db: Executor): Promise<void> => {
  await sql`lock table workloads in share row exclusive mode`.execute(db);
};
