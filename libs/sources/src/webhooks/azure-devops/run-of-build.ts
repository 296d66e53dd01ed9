import type { PipelineRunInput, RunConclusion, RunStatus } from '@codemetrics/contracts';
import type { z } from 'zod';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { branchOf, lookUp, shaOrNull } from '../fields.ts';
import { personOf } from './place.ts';
import type { Build } from './schema.ts';

/** Azure’s results in ours. Partly succeeded is neutral: a step failed that was allowed to. */
const RESULTS: Readonly<Record<string, RunConclusion>> = {
  succeeded: 'success',
  partiallysucceeded: 'neutral',
  failed: 'failure',
  canceled: 'cancelled',
  cancelled: 'cancelled',
  stopped: 'cancelled',
  skipped: 'skipped',
};

const OPEN: Readonly<Record<string, z.output<typeof RunStatus>>> = {
  notstarted: 'queued',
  postponed: 'queued',
  inprogress: 'running',
  cancelling: 'running',
  canceling: 'running',
};

/** The state of a build or run; the events of XAML pipelines give the result as the status. */
export const stateOf = (
  status: string | null | undefined,
  result: string | null | undefined,
): Pick<PipelineRunInput, 'status' | 'conclusion'> => {
  const open = lookUp(OPEN, status);
  if (open) return { status: open, conclusion: null };
  return { status: 'completed', conclusion: lookUp(RESULTS, result) ?? lookUp(RESULTS, status) ?? 'neutral' };
};

/** A build as a run. */
export const runOfBuild = (build: Build, repository: string): Omit<PipelineRunInput, 'workload'> => {
  // `LG:refs/heads/main:600c52d2…`
  const [, ref, version] = /^LG:([^:]+):(.+)$/.exec(build.sourceGetVersion ?? '') ?? [];
  const state = stateOf(build.status, build.result);
  return {
    externalId: build.id,
    source: 'azure-devops',
    repository,
    job: fit(build.definition?.name, 255) ?? 'build',
    runner: fit(build.queue?.pool?.name, 100) ?? fit(build.queue?.name, 100),
    branch: branchOf(build.sourceBranch ?? ref),
    commit: shaOrNull(build.sourceVersion ?? version),
    event: fit(build.reason, 100),
    ...state,
    attempt: 1,
    queuedAt: build.queueTime,
    startedAt: build.startTime,
    finishedAt: state.status === 'completed' ? build.finishTime : null,
    actor: personOf(build.requestedFor ?? build.requests?.[0]?.requestedFor),
    url: firstHttpUrl(build._links?.web?.href),
  };
};
