import type { PipelineJob } from '@codemetrics/contracts';
import type { PipelineJobsTable } from '@codemetrics/database';
import { secondsBetween } from '../pipeline-runs/to-pipeline-run.ts';

export const toPipelineJob = (row: PipelineJobsTable): PipelineJob => ({
  externalId: row.external_id,
  name: row.name,
  stage: row.stage,
  runner: row.runner,
  attempt: row.attempt,
  status: row.status,
  conclusion: row.conclusion,
  queuedAt: row.queued_at?.toISOString() ?? null,
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  durationSeconds: secondsBetween(row.started_at, row.finished_at),
  queueSeconds: secondsBetween(row.queued_at, row.started_at),
  url: row.url,
});
