import { z } from 'zod';
import {
  CommitSha,
  ExternalId,
  HttpUrl,
  line,
  RepositoryName,
  SourceName,
  WorkloadId,
} from '../common/text.ts';
import { Timestamp, TimestampOut } from '../common/time.ts';
import { RunConclusion, Runner, RunStatus, Stage } from '../pipeline-runs/pipeline-run.ts';

/** One job within a run, as it is sent. Natural key: `source`, `externalId` within its workload. */
export const PipelineJobInput = z
  .strictObject({
    externalId: ExternalId,
    source: SourceName,
    workload: WorkloadId,
    repository: RepositoryName,
    run: ExternalId.describe('externalId of the run that it belongs to, of the same source.'),
    attempt: z.int().min(1).max(100_000).default(1).describe('The attempt of the run.'),
    name: line(255),
    stage: Stage.nullish(),
    runner: Runner.nullish(),
    branch: line(255).nullish(),
    commit: CommitSha.nullish(),
    status: RunStatus,
    conclusion: RunConclusion.nullish(),
    queuedAt: Timestamp.nullish(),
    startedAt: Timestamp.nullish(),
    finishedAt: Timestamp.nullish(),
    url: HttpUrl.nullish(),
  })
  .refine(
    (job) => (job.status === 'completed') === (job.conclusion !== null && job.conclusion !== undefined),
    { error: 'a completed job has a conclusion, and no other has one', path: ['conclusion'] },
  );
export type PipelineJobInput = z.output<typeof PipelineJobInput>;

/** A job as it is read. Durations are seconds; null where an end of them is unknown. */
export const PipelineJob = z
  .object({
    externalId: z.string(),
    name: z.string(),
    stage: z.string().nullable(),
    runner: z.string().nullable(),
    attempt: z.int(),
    status: RunStatus,
    conclusion: RunConclusion.nullable(),
    queuedAt: TimestampOut.nullable(),
    startedAt: TimestampOut.nullable(),
    finishedAt: TimestampOut.nullable(),
    durationSeconds: z.number().nullable(),
    queueSeconds: z.number().nullable(),
    url: z.string().nullable(),
  })
  .meta({ id: 'PipelineJob' });
export type PipelineJob = z.output<typeof PipelineJob>;
