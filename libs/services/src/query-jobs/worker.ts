import { claimQueryJob, deleteExpiredQueryJobs, releaseQueryJob } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { runJob } from './run-job.ts';

const POLL_MS = 2000;
const CLEAN_MS = 60_000;
/** A worker that was not heard of for so long is gone; its job is taken by another. */
const LOST_MS = 30_000;

/** Works on query jobs, one at a time; any number of servers share them. */
export interface QueryJobWorker {
  /** Looks for a job at once. */
  wake(): void;
  /** Takes no further job; the one under way is given back where it isn’t done within the time. */
  stop(withinMs: number): Promise<void>;
}

/** Starts to work on query jobs. A database that is down is tried again at the next look. */
export const startQueryJobWorker = (deps: Deps): QueryJobWorker => {
  let isStopped = false;
  let working: Promise<void> | undefined;
  let isWanted = false;
  let current: string | undefined;
  let cleanedAt = 0;

  const workAll = async (): Promise<void> => {
    while (!isStopped) {
      isWanted = false;
      const now = deps.now();
      if (now.getTime() - cleanedAt > CLEAN_MS) {
        cleanedAt = now.getTime();
        await deleteExpiredQueryJobs(deps.db, now);
      }
      const job = await claimQueryJob(deps.db, now, new Date(now.getTime() - LOST_MS));
      if (job) {
        current = job.job_id;
        await runJob(deps, job).finally(() => (current = undefined));
      } else if (!isWanted) return;
    }
  };
  const look = (): void => {
    isWanted = true;
    if (isStopped) return;
    working ??= workAll()
      .catch((error: unknown) => deps.report(error))
      .finally(() => (working = undefined));
  };
  const polling = setInterval(look, POLL_MS);
  look();
  return {
    wake: look,
    stop: async (withinMs) => {
      isStopped = true;
      clearInterval(polling);
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
      await Promise.race([working ?? Promise.resolve(), late]);
      clearTimeout(timer);
      if (current === undefined) return;
      await releaseQueryJob(deps.db, current);
      await working;
    },
  };
};
