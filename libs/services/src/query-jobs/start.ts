import { DomainError } from '@codemetrics/contracts';
import { countOpenQueryJobs, findUser, insertQueryJob } from '@codemetrics/database';
import { known } from '../actor.ts';
import { askAll } from '../queries/run.ts';
import { resolveWorkloads } from '../queries/resolve-workloads.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { toQueryJob } from './to-query-job.ts';

const MOST_OPEN_JOBS = 10;
const KEPT_MS = 24 * 3600 * 1000;
const RETRY_AFTER_SECONDS = 10;

export const startQueryJob: Verb<'queryJobs', 'start'> = async (deps, actor, input) => {
  const asked = askAll(input);
  // What can be refused is refused now, not when the job runs.
  await resolveWorkloads(deps, actor, input.workloads, input.filters.tags);
  const someone = known(actor);
  const now = deps.now();
  const row = await inTransaction(deps, async (tx) => {
    // Locked, so that calls at once can't each see room for one more.
    await findUser(tx, someone.userId, true);
    if ((await countOpenQueryJobs(tx, someone.userId)) >= MOST_OPEN_JOBS)
      throw new DomainError('too-many-jobs', {
        detail: `${MOST_OPEN_JOBS} of your query jobs wait or run already.`,
        retryAfterSeconds: RETRY_AFTER_SECONDS,
      });
    return insertQueryJob(tx, {
      job_id: deps.newId(),
      user_id: someone.userId,
      token_id: someone.kind === 'service' ? someone.tokenId : null,
      query: input,
      workloads: someone.workloads === null ? null : [...someone.workloads],
      total: asked.length,
      created_at: now,
      expires_at: new Date(now.getTime() + KEPT_MS),
    });
  });
  deps.wakeQueryJobs();
  return toQueryJob(row);
};
