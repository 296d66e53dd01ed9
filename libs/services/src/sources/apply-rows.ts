import type { SourceId, WriteCounts } from '@codemetrics/contracts';
import type { Executor, WorkloadsTable } from '@codemetrics/database';
import { deleteIssues, listWorkloads, rememberValues } from '@codemetrics/database';
import type { WebhookRows } from '@codemetrics/sources';
import type { Deps } from '../deps.ts';
import {
  storeChanges,
  storeCommits,
  storeDeployments,
  storeIncidents,
  storeIssues,
  storePipelineJobs,
  storePipelineRuns,
} from '../ingest/store-rows.ts';
import { meansRepository } from '@codemetrics/contracts';

type Counts = Pick<WriteCounts, 'created' | 'updated' | 'unchanged'>;

/** What became of the rows of one delivery. */
export interface Applied extends Counts {
  readonly outcome: 'stored' | 'ignored' | 'unmatched';
}

/** Whether the rows are a workload's: it lists their repository, or one of their services. */
const claims = (workload: WorkloadsTable, rows: WebhookRows): boolean =>
  (rows.repository !== undefined &&
    workload.repository_groups.some((group) =>
      group.repositories.some(({ name }) => meansRepository(name, rows.repository!)),
    )) ||
  (rows.services ?? []).some((service) => workload.services.some((name) => meansRepository(name, service)));

const storeFor = async (
  deps: Deps,
  tx: Executor,
  source: SourceId,
  rows: WebhookRows,
  workloads: readonly string[],
): Promise<WriteCounts[]> => {
  const inEach = <Row>(some: readonly Row[] | undefined) =>
    workloads.flatMap((workload) => (some ?? []).map((row) => ({ ...row, workload })));
  const counts: WriteCounts[] = [];
  const store = async <Row>(
    some: readonly Omit<Row, 'workload'>[] | undefined,
    write: (deps: Deps, tx: Executor, rows: readonly Row[]) => Promise<WriteCounts>,
  ) => {
    if (some?.length) counts.push(await write(deps, tx, inEach(some) as unknown as Row[]));
  };
  await store(rows.runs, storePipelineRuns);
  await store(rows.jobs, storePipelineJobs);
  await store(rows.deployments, storeDeployments);
  await store(rows.changes, storeChanges);
  await store(rows.commits, storeCommits);
  await store(rows.incidents, storeIncidents);
  await store(rows.issues, storeIssues);
  if (rows.deletedIssues?.length) {
    const deleted = await deleteIssues(tx, source, workloads, rows.deletedIssues);
    counts.push({ received: deleted, created: 0, updated: deleted, unchanged: 0 });
  }
  const { repository, defaultBranch } = rows;
  if (repository !== undefined)
    await rememberValues(tx, {
      repositories: workloads.map((workload) => ({ workload, repository, defaultBranch })),
    });
  return counts;
};

/** Stores what a delivery says with every workload that claims it, in the caller's transaction. */
export const applyRows = async (
  deps: Deps,
  tx: Executor,
  source: SourceId,
  mapped: readonly WebhookRows[],
): Promise<Applied> => {
  const sum = { created: 0, updated: 0, unchanged: 0 };
  if (mapped.length === 0) return { outcome: 'ignored', ...sum };
  const all = await listWorkloads(tx, {});
  let isClaimed = false;
  for (const rows of mapped) {
    const workloads = all.filter((one) => claims(one, rows)).map((one) => one.workload_id);
    if (workloads.length === 0) continue;
    isClaimed = true;
    for (const counts of await storeFor(deps, tx, source, rows, workloads)) {
      sum.created += counts.created;
      sum.updated += counts.updated;
      sum.unchanged += counts.unchanged;
    }
  }
  return { outcome: isClaimed ? 'stored' : 'unmatched', ...sum };
};
