import {
  aChange,
  aCommit,
  aDeployment,
  aJob,
  aMeasurement,
  anIncident,
  anIssue,
  aPipelineRun,
} from '@codemetrics/testing';
import type { Input } from './call-operation.ts';

const BATCHES = {
  'pipelineRuns.send': ['runs', aPipelineRun],
  'pipelineJobs.send': ['jobs', aJob],
  'measurements.send': ['measurements', aMeasurement],
  'deployments.send': ['deployments', aDeployment],
  'incidents.send': ['incidents', anIncident],
  'changes.send': ['changes', aChange],
  'commits.send': ['commits', aCommit],
  'issues.send': ['issues', anIssue],
} as const satisfies Record<string, readonly [plural: string, row: () => object]>;

/** An operation that takes a batch of rows. */
export type BatchPath = keyof typeof BATCHES;

/** Every operation that takes a batch of rows. */
export const BATCH_PATHS = Object.keys(BATCHES) as BatchPath[];

/** A batch of one good row for an operation, of another workload where one is named. */
export const batchOf = (path: BatchPath, workload?: string): Input => {
  const [plural, row] = BATCHES[path];
  return { [plural]: [{ ...row(), ...(workload === undefined ? {} : { workload }) }] };
};
