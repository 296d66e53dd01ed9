import { z } from 'zod';
import {
  ActorRef,
  CommitSha,
  ExternalId,
  HttpUrl,
  line,
  RepositoryName,
  SourceName,
  WorkloadId,
} from '../common/text.ts';
import { Timestamp, TimestampOut } from '../common/time.ts';

export const RunStatus = z.enum(['queued', 'running', 'completed']);
export const RunConclusion = z.enum(['success', 'failure', 'cancelled', 'skipped', 'timed-out', 'neutral']);
export type RunConclusion = z.output<typeof RunConclusion>;

/** A stage of a pipeline, such as `build`, `test` or `deploy`. */
export const Stage = line(100).describe('The stage of the pipeline, such as `build`, `test` or `deploy`.');

/** The kind of machine that ran it, such as `ubuntu-latest`; a workload sets a rate for each. */
export const Runner = line(100).describe(
  'The kind of machine that ran it, such as `ubuntu-latest`; a workload sets a rate for each kind.',
);

/** One run of a CI job or workflow as it is sent. Natural key: `source`, `externalId`, `attempt` within its workload. */
export const PipelineRunInput = z
  .strictObject({
    externalId: ExternalId,
    source: SourceName,
    workload: WorkloadId,
    repository: RepositoryName,
    job: line(255),
    stage: Stage.nullish(),
    runner: Runner.nullish(),
    branch: line(255).nullish(),
    commit: CommitSha.nullish(),
    event: line(100).nullish(),
    status: RunStatus,
    conclusion: RunConclusion.nullish(),
    attempt: z.int().min(1).max(100_000).default(1),
    queuedAt: Timestamp.nullish(),
    startedAt: Timestamp.nullish(),
    finishedAt: Timestamp.nullish(),
    actor: ActorRef.nullish(),
    url: HttpUrl.nullish(),
  })
  .refine(
    (run) => (run.status === 'completed') === (run.conclusion !== null && run.conclusion !== undefined),
    {
      error: 'a completed run has a conclusion, and no other has one',
      path: ['conclusion'],
    },
  )
  .refine((run) => run.queuedAt ?? run.startedAt ?? run.finishedAt, {
    error: 'give at least one of queuedAt, startedAt and finishedAt',
    path: ['startedAt'],
  });
export type PipelineRunInput = z.output<typeof PipelineRunInput>;

/** A run as it is read. Durations are seconds; null where an end of them is unknown. */
export const PipelineRun = z
  .object({
    runId: z.string(),
    externalId: z.string(),
    source: z.string(),
    workload: z.string(),
    repository: z.string(),
    job: z.string(),
    stage: z.string().nullable(),
    runner: z.string().nullable(),
    branch: z.string().nullable(),
    commit: z.string().nullable(),
    event: z.string().nullable(),
    status: RunStatus,
    conclusion: RunConclusion.nullable(),
    attempt: z.int(),
    queuedAt: TimestampOut.nullable(),
    startedAt: TimestampOut.nullable(),
    finishedAt: TimestampOut.nullable(),
    durationSeconds: z.number().nullable(),
    queueSeconds: z.number().nullable(),
    actor: z.object({ name: z.string(), kind: z.enum(['user', 'bot']) }).nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'PipelineRun' });
export type PipelineRun = z.output<typeof PipelineRun>;
