import type { Deployment } from '@codemetrics/contracts';
import type { DeploymentsTable } from '@codemetrics/database';

export const toDeployment = (row: DeploymentsTable): Deployment => ({
  deploymentId: row.deployment_id,
  externalId: row.external_id,
  source: row.source,
  workload: row.workload_id,
  repository: row.repository,
  environment: row.environment,
  production: row.production,
  commit: row.commit_sha === '' ? null : row.commit_sha,
  status: row.status,
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
  url: row.url,
});
