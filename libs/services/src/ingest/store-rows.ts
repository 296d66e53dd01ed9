import type {
  ChangeInput,
  CommitInput,
  DeploymentInput,
  IncidentInput,
  IssueInput,
  MeasurementInput,
  PipelineJobInput,
  PipelineRunInput,
  WriteCounts,
} from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import {
  markDeliveryDirty,
  rememberValues,
  upsertChanges,
  upsertCommits,
  upsertDeployments,
  upsertIncidents,
  upsertIssues,
  upsertMeasurements,
  upsertPipelineJobs,
  upsertPipelineRuns,
} from '@codemetrics/database';
import type { Deps } from '../deps.ts';

type Ids = Pick<Deps, 'newId'>;

const valuesOf = <Row extends { workload: string }>(
  rows: readonly Row[],
  read: (row: Row) => string | null | undefined,
) =>
  rows.flatMap((row) => {
    const value = read(row);
    return value === null || value === undefined ? [] : [{ workload: row.workload, value }];
  });

const isChanged = (counts: WriteCounts): boolean => counts.created + counts.updated > 0;

// Each writes rows of one kind with all that follows from them, in the caller's transaction. JSON batches and
// webhooks both come through here, so that they can't differ.

export const storePipelineRuns = async (
  deps: Ids,
  tx: Executor,
  rows: readonly PipelineRunInput[],
): Promise<WriteCounts> => {
  const counts = await upsertPipelineRuns(
    tx,
    rows.map((run) => ({ ...run, runId: deps.newId() })),
  );
  await rememberValues(tx, {
    repositories: rows.map(({ workload, repository }) => ({ workload, repository })),
    jobs: valuesOf(rows, (run) => run.job),
    branches: valuesOf(rows, (run) => run.branch),
  });
  return counts;
};

export const storePipelineJobs = async (
  _deps: Ids,
  tx: Executor,
  rows: readonly PipelineJobInput[],
): Promise<WriteCounts> => {
  const counts = await upsertPipelineJobs(tx, rows);
  await rememberValues(tx, {
    repositories: rows.map(({ workload, repository }) => ({ workload, repository })),
  });
  return counts;
};

export const storeMeasurements = async (
  _deps: Ids,
  tx: Executor,
  rows: readonly MeasurementInput[],
): Promise<WriteCounts> => {
  const counts = await upsertMeasurements(tx, rows);
  await rememberValues(tx, {
    repositories: rows.map(({ workload, repository }) => ({ workload, repository })),
    branches: valuesOf(rows, (row) => row.branch),
  });
  return counts;
};

export const storeDeployments = async (
  deps: Ids,
  tx: Executor,
  rows: readonly DeploymentInput[],
): Promise<WriteCounts> => {
  const keys = rows.map(({ workload, repository }) => ({ workload, repository }));
  const counts = await upsertDeployments(
    tx,
    rows.map((row) => ({ ...row, deploymentId: deps.newId() })),
  );
  if (isChanged(counts)) await markDeliveryDirty(tx, keys);
  await rememberValues(tx, { repositories: keys });
  return counts;
};

export const storeCommits = async (
  _deps: Ids,
  tx: Executor,
  rows: readonly CommitInput[],
): Promise<WriteCounts> => {
  const keys = rows.map(({ workload, repository }) => ({ workload, repository }));
  const counts = await upsertCommits(tx, rows);
  if (isChanged(counts)) await markDeliveryDirty(tx, keys);
  await rememberValues(tx, { repositories: keys, branches: valuesOf(rows, (row) => row.branch) });
  return counts;
};

export const storeIncidents = (
  deps: Ids,
  tx: Executor,
  rows: readonly IncidentInput[],
): Promise<WriteCounts> =>
  upsertIncidents(
    tx,
    rows.map((row) => ({ ...row, incidentId: deps.newId() })),
  );

export const storeChanges = async (
  deps: Ids,
  tx: Executor,
  rows: readonly ChangeInput[],
): Promise<WriteCounts> => {
  const counts = await upsertChanges(
    tx,
    rows.map((row) => ({ ...row, changeId: deps.newId() })),
  );
  await rememberValues(tx, {
    repositories: rows.map(({ workload, repository }) => ({ workload, repository })),
  });
  return counts;
};

export const storeIssues = async (
  deps: Ids,
  tx: Executor,
  rows: readonly IssueInput[],
): Promise<WriteCounts> => {
  const counts = await upsertIssues(
    tx,
    rows.map((row) => ({ ...row, issueId: deps.newId() })),
  );
  await rememberValues(tx, {
    repositories: rows.flatMap(({ workload, repository }) =>
      repository === null || repository === undefined ? [] : [{ workload, repository }],
    ),
  });
  return counts;
};
