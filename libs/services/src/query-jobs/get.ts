import type { Verb } from '../verb.ts';
import { ownJob, toQueryJob } from './to-query-job.ts';

export const getQueryJob: Verb<'queryJobs', 'get'> = async (deps, actor, input) =>
  toQueryJob(await ownJob(deps.db, actor, input.jobId, deps.now()));
