import type { PipelineJobInput, PipelineRunInput, RunConclusion, RunStatus } from '@codemetrics/contracts';
import type { z } from 'zod';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { lookUp } from '../fields.ts';
import type { Place } from './place.ts';
import type { Job, Workflow } from './schema.ts';

/** CircleCI’s states of a workflow or job that has ended, in ours. */
const CONCLUSIONS: Readonly<Record<string, RunConclusion>> = {
  success: 'success',
  failed: 'failure',
  error: 'failure',
  // A context or a contact was missing, so nothing ran as it should.
  unauthorized: 'failure',
  infrastructure_fail: 'failure',
  timedout: 'timed-out',
  canceled: 'cancelled',
  not_run: 'skipped',
};

const OPEN: Readonly<Record<string, z.output<typeof RunStatus>>> = {
  not_running: 'queued',
  queued: 'queued',
  blocked: 'queued',
  on_hold: 'running',
  running: 'running',
  failing: 'running',
};

type State = Pick<PipelineJobInput, 'status' | 'conclusion' | 'finishedAt'>;

const stateOf = (
  word: string | null | undefined,
  start: Date | null | undefined,
  end: Date | null | undefined,
): State => {
  const open = lookUp(OPEN, word);
  if (open) return { status: open, conclusion: null, finishedAt: null };
  // CircleCI has workflows that stopped before they began.
  const finishedAt = start && end && end < start ? start : (end ?? null);
  return { status: 'completed', conclusion: lookUp(CONCLUSIONS, word) ?? 'neutral', finishedAt };
};

/** A workflow as a run. One that is run again has another id, so each has a single attempt. */
export const runOfWorkflow = (workflow: Workflow, place: Place): Omit<PipelineRunInput, 'workload'> => ({
  externalId: workflow.id,
  source: 'circleci',
  repository: place.repository,
  job: fit(workflow.name, 255) ?? 'workflow',
  branch: place.branch,
  commit: place.commit,
  event: place.event,
  ...stateOf(workflow.status, workflow.created_at, workflow.stopped_at),
  attempt: 1,
  startedAt: workflow.created_at,
  actor: place.actor,
  url: firstHttpUrl(workflow.url),
});

/** A job of a workflow. */
export const jobOfWorkflow = (
  job: Job,
  workflow: string,
  place: Place,
): Omit<PipelineJobInput, 'workload'> => ({
  externalId: job.id,
  source: 'circleci',
  repository: place.repository,
  run: workflow,
  attempt: 1,
  name: fit(job.name, 255) ?? 'job',
  branch: place.branch,
  commit: place.commit,
  ...stateOf(job.status, job.started_at, job.stopped_at),
  startedAt: job.started_at ?? null,
});
