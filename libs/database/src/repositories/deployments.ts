import { sql } from 'kysely';
import type { DeploymentInput, WriteCounts } from '@codemetrics/contracts';
import { isProductionName } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { DeploymentsTable, PipelineRunsTable } from '../tables/facts.ts';
import type { BulkTable } from './bulk-upsert.ts';
import { bulkUpsert } from './bulk-upsert.ts';

/** A deployment with the id that it gets if it is new. */
export type NewDeployment = DeploymentInput & { readonly deploymentId: string };

const TABLE: BulkTable<NewDeployment> = {
  table: 'deployments',
  key: ['workload_id', 'source', 'external_id', 'repository', 'commit_sha'],
  columns: [
    { name: 'workload_id', type: 'text', of: (row) => row.workload },
    { name: 'deployment_id', type: 'uuid', of: (row) => row.deploymentId, onlyNew: true },
    { name: 'source', type: 'text', of: (row) => row.source },
    { name: 'external_id', type: 'text', of: (row) => row.externalId },
    { name: 'repository', type: 'text', of: (row) => row.repository },
    { name: 'commit_sha', type: 'text', of: (row) => row.commit ?? '' },
    { name: 'environment', type: 'text', of: (row) => row.environment },
    { name: 'production', type: 'bool', of: (row) => row.production ?? isProductionName(row.environment) },
    { name: 'status', type: 'text', of: (row) => row.status },
    { name: 'started_at', type: 'timestamptz', of: (row) => row.startedAt, keepsOld: true },
    { name: 'finished_at', type: 'timestamptz', of: (row) => row.finishedAt, keepsOld: true },
    { name: 'unplanned', type: 'bool', of: (row) => row.unplanned, keepsOld: true },
    { name: 'rolls_back', type: 'text', of: (row) => row.rollsBack, keepsOld: true },
    { name: 'fixes_incident', type: 'text', of: (row) => row.fixesIncident, keepsOld: true },
    { name: 'url', type: 'text', of: (row) => row.url, keepsOld: true },
  ],
  // A late "running" must not reopen a deployment that has ended.
  guard: sql<boolean>`(excluded.status not in ('queued', 'running') or t.status in ('queued', 'running'))
    and not (excluded.status = 'queued' and t.status = 'running')`,
};

/** Writes deployments by their natural key. */
export const upsertDeployments = (db: Executor, rows: readonly NewDeployment[]): Promise<WriteCounts> =>
  bulkUpsert(db, TABLE, rows);

/** The deployments of a run's commit that finished after the run began, oldest first. */
export const deploymentsAfterRun = (db: Executor, run: PipelineRunsTable): Promise<DeploymentsTable[]> =>
  run.commit_sha === null
    ? Promise.resolve([])
    : db
        .selectFrom('deployments')
        .selectAll()
        .where('workload_id', '=', run.workload_id)
        .where('repository', '=', run.repository)
        .where('commit_sha', '=', run.commit_sha)
        .where('finished_at', '>=', run.sorted_at)
        .orderBy('finished_at')
        .limit(50)
        .execute();
