import type { QueryJob, QueryResult } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor, QueryJobsTable } from '@codemetrics/database';
import { findQueryJob } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';

export const toQueryJob = (row: QueryJobsTable): QueryJob => ({
  jobId: row.job_id,
  status: row.status,
  progress: { done: row.done, of: row.total },
  created: row.created_at.toISOString(),
  started: row.started_at?.toISOString() ?? null,
  finished: row.finished_at?.toISOString() ?? null,
  expires: row.expires_at.toISOString(),
  result: row.result as QueryResult | null,
  error: row.error,
});

/** Whether a credential sees all that a job was allowed to read: another token of its user may be narrower. */
const covers = (limit: readonly string[] | null, job: QueryJobsTable): boolean =>
  limit === null || (job.workloads !== null && job.workloads.every((id) => limit.includes(id)));

/** The caller's job; another's, an expired and an unknown one answer alike. */
export const ownJob = async (
  db: Executor,
  actor: Actor,
  jobId: string,
  now: Date,
): Promise<QueryJobsTable> => {
  const { userId, workloads } = known(actor);
  const row = await findQueryJob(db, jobId, userId, now);
  if (!row || !covers(workloads, row))
    throw new DomainError('not-found', { detail: `There is no query job ${jobId}.` });
  return row;
};
