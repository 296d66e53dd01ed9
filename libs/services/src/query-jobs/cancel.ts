import { cancelQueryJob as cancelRow } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { ownJob } from './to-query-job.ts';

export const cancelQueryJob: Verb<'queryJobs', 'cancel'> = async (deps, actor, input) => {
  await ownJob(deps.db, actor, input.jobId, deps.now());
  await cancelRow(deps.db, input.jobId, deps.now());
  return null;
};
