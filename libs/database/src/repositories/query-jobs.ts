import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { QueryJobsTable } from '../tables/queries.ts';

export type NewQueryJob = Pick<
  QueryJobsTable,
  'job_id' | 'user_id' | 'token_id' | 'query' | 'workloads' | 'total' | 'created_at' | 'expires_at'
>;

export const insertQueryJob = (db: Executor, job: NewQueryJob): Promise<QueryJobsTable> =>
  db
    .insertInto('query_jobs')
    .values({
      ...job,
      query: sql<Record<string, unknown>>`${JSON.stringify(job.query)}::jsonb`,
      status: 'queued',
      done: 0,
      backend_pid: null,
      claimed_at: null,
      started_at: null,
      finished_at: null,
      result: null,
      error: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();

/** The process in the database that serves this connection. */
export const backendPid = async (db: Executor): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  return rows[0]!.pid;
};

/** How many jobs of a user wait or run. */
export const countOpenQueryJobs = async (db: Executor, userId: string): Promise<number> => {
  const row = await db
    .selectFrom('query_jobs')
    .select((eb) => eb.fn.countAll<number>().as('open'))
    .where('user_id', '=', userId)
    .where('status', 'in', ['queued', 'running'])
    .executeTakeFirstOrThrow();
  return Number(row.open);
};

/** A user's job that has not expired. */
export const findQueryJob = (
  db: Executor,
  jobId: string,
  userId: string,
  now: Date,
): Promise<QueryJobsTable | undefined> =>
  db
    .selectFrom('query_jobs')
    .selectAll()
    .where('job_id', '=', jobId)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .executeTakeFirst();

/**
 * Takes the oldest job that waits, or whose worker was not heard of since `lostBefore`. Several workers never take the
 * same one.
 */
export const claimQueryJob = async (
  db: Executor,
  now: Date,
  lostBefore: Date,
): Promise<QueryJobsTable | undefined> => {
  const { rows } = await sql<QueryJobsTable>`
    update query_jobs set status = 'running', claimed_at = ${now}, started_at = coalesce(started_at, ${now}), done = 0
    where job_id = (
      select job_id from query_jobs
      where status = 'queued' or (status = 'running' and claimed_at < ${lostBefore})
      order by created_at limit 1 for update skip locked)
    returning *`.execute(db);
  return rows[0];
};

/** Tells that a job is worked on, and how far; false where it was cancelled meanwhile. */
export const heartbeatQueryJob = async (
  db: Executor,
  jobId: string,
  state: { readonly now: Date; readonly done: number; readonly backendPid: number | null },
): Promise<boolean> => {
  const result = await db
    .updateTable('query_jobs')
    .set({ claimed_at: state.now, done: state.done, backend_pid: state.backendPid })
    .where('job_id', '=', jobId)
    .where('status', '=', 'running')
    .executeTakeFirst();
  return result.numUpdatedRows > 0;
};

/** Ends a job that is still running with what came of it. */
export const finishQueryJob = async (
  db: Executor,
  jobId: string,
  end: { readonly now: Date } & (
    | { readonly result: unknown; readonly done: number }
    | { readonly error: NonNullable<QueryJobsTable['error']> }
  ),
): Promise<void> => {
  const outcome =
    'error' in end
      ? {
          status: 'failed' as const,
          error: sql<QueryJobsTable['error']>`${JSON.stringify(end.error)}::jsonb`,
        }
      : {
          status: 'succeeded' as const,
          done: end.done,
          result: sql<Record<string, unknown>>`${JSON.stringify(end.result)}::jsonb`,
        };
  await db
    .updateTable('query_jobs')
    .set({ ...outcome, finished_at: end.now, backend_pid: null })
    .where('job_id', '=', jobId)
    .where('status', '=', 'running')
    .execute();
};

/** Cancels a job that waits or runs, and ends its statement. A job that has ended stays as it is. */
export const cancelQueryJob = async (db: Executor, jobId: string, now: Date): Promise<void> => {
  await sql`
    with cancelled as (
      update query_jobs j set status = 'cancelled', finished_at = ${now}, backend_pid = null
      from (select job_id, backend_pid from query_jobs where job_id = ${jobId} for update) as before
      where j.job_id = before.job_id and j.status in ('queued', 'running')
      returning before.backend_pid)
    select pg_cancel_backend(backend_pid) from cancelled where backend_pid is not null`.execute(db);
};

/** Gives a running job back, for any server to take up, and ends its statement. */
export const releaseQueryJob = async (db: Executor, jobId: string): Promise<void> => {
  await sql`
    with released as (
      update query_jobs j set status = 'queued', backend_pid = null
      from (select job_id, backend_pid from query_jobs where job_id = ${jobId} for update) as before
      where j.job_id = before.job_id and j.status = 'running'
      returning before.backend_pid)
    select pg_cancel_backend(backend_pid) from released where backend_pid is not null`.execute(db);
};

/** Forgets jobs whose time is over. */
export const deleteExpiredQueryJobs = async (db: Executor, now: Date): Promise<void> => {
  await db.deleteFrom('query_jobs').where('expires_at', '<=', now).execute();
};
