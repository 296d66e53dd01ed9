import { QueryInput, PROBLEMS } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor, QueryJobsTable } from '@codemetrics/database';
import { backendPid, findUser, finishQueryJob, heartbeatQueryJob } from '@codemetrics/database';
import type { KnownActor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { normaliseError } from '../normalise-error.ts';
import { askAll, executeQuery } from '../queries/run.ts';

const HEARTBEAT_MS = 5000;

/** The job was cancelled, or another worker has it; whatever came of it is dropped. */
class JobLost extends Error {}

const both = (one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null =>
  one === null ? other : other === null ? one : one.filter((id) => other.includes(id));

/** Who a job reads as: its user as they are now, never beyond what the credential that asked was limited to. */
const actorOf = async (deps: Deps, job: QueryJobsTable): Promise<KnownActor> => {
  const user = await findUser(deps.db, job.user_id);
  if (!user || user.disabled)
    throw new DomainError('credential-revoked', { detail: 'The user who asked has been disabled.' });
  return {
    kind: 'session',
    sessionId: job.job_id,
    request: { id: job.job_id, address: 'server', userAgent: null },
    userId: user.user_id,
    username: user.username,
    displayName: user.display_name,
    role: user.role,
    scopes: ['data:read'],
    workloads: both(user.workloads, job.workloads),
    expires: job.expires_at,
  };
};

const work = async (deps: Deps, db: Executor, job: QueryJobsTable): Promise<void> => {
  const pid = await backendPid(db);
  let done = 0;
  const beat = async (): Promise<void> => {
    if (!(await heartbeatQueryJob(deps.db, job.job_id, { now: deps.now(), done, backendPid: pid })))
      throw new JobLost();
  };
  const beating = setInterval(() => void beat().catch(() => undefined), HEARTBEAT_MS);
  try {
    const input = QueryInput.parse(job.query);
    const asked = askAll(input);
    const result = await executeQuery(deps, await actorOf(deps, job), input, asked, {
      db,
      onProgress: (count) => {
        done = count;
        return beat();
      },
    });
    await finishQueryJob(deps.db, job.job_id, { now: deps.now(), result, done: asked.length });
  } catch (error) {
    if (error instanceof JobLost) return;
    deps.report(error);
    const { code, detail } = normaliseError(error);
    const { title, help } = PROBLEMS[code];
    await finishQueryJob(deps.db, job.job_id, {
      now: deps.now(),
      error: { code, title, detail: detail ?? help },
    });
  } finally {
    clearInterval(beating);
  }
};

/** Runs a job that was claimed, on a connection of its own, so that it can be cancelled without touching others. */
export const runJob = (deps: Deps, job: QueryJobsTable): Promise<void> =>
  deps.longDb.connection().execute((db) => work(deps, db, job));
