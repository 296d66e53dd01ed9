import { DomainError } from '@codemetrics/contracts';
import { deploymentsAfterRun, findPipelineRun, jobsOfRun, listWorkloads } from '@codemetrics/database';
import { known } from '../actor.ts';
import { toDeployment } from '../deployments/to-deployment.ts';
import { toPipelineJob } from '../pipeline-jobs/to-pipeline-job.ts';
import type { Verb } from '../verb.ts';
import { toPipelineRun } from './to-pipeline-run.ts';

export const getPipelineRun: Verb<'pipelineRuns', 'get'> = async (deps, actor, input) => {
  const workloads = await listWorkloads(deps.db, { only: known(actor).workloads });
  const found = await findPipelineRun(
    deps.db,
    input.runId,
    workloads.map((row) => row.workload_id),
  );
  if (!found) throw new DomainError('not-found', { detail: `There is no run ${input.runId}.` });
  const jobs = await jobsOfRun(deps.db, found.run);
  const deployments = await deploymentsAfterRun(deps.db, found.run);
  return {
    ...toPipelineRun(found.run),
    attempts: found.attempts.map(toPipelineRun),
    jobs: jobs.map(toPipelineJob),
    deployments: deployments.map(toDeployment),
  };
};
