import type { PipelineRun } from '@codemetrics/contracts';
import type { PipelineRunsTable } from '@codemetrics/database';

/** null where an end is unknown. */
export const secondsBetween = (from: Date | null, to: Date | null): number | null =>
  from === null || to === null ? null : (to.getTime() - from.getTime()) / 1000;

export const toPipelineRun = (row: PipelineRunsTable): PipelineRun => ({
  runId: row.run_id,
  externalId: row.external_id,
  source: row.source,
  workload: row.workload_id,
  repository: row.repository,
  job: row.job,
  stage: row.stage,
  runner: row.runner,
  branch: row.branch,
  commit: row.commit_sha,
  event: row.event,
  status: row.status,
  conclusion: row.conclusion,
  attempt: row.attempt,
  queuedAt: row.queued_at?.toISOString() ?? null,
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  durationSeconds: secondsBetween(row.started_at, row.finished_at),
  queueSeconds: secondsBetween(row.queued_at, row.started_at),
  actor: row.actor_name === null ? null : { name: row.actor_name, kind: row.actor_kind ?? 'user' },
  url: row.url,
});
