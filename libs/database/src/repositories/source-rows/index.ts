import type { SourceRow, SourceRowKind } from '@codemetrics/contracts';
import type { Executor } from '../../connect/connect.ts';
import { findChangeRows } from './changes.ts';
import { findCommitRows, findDeliveredCommitRows } from './commits.ts';
import { findDeploymentRows } from './deployments.ts';
import { findFindingRows } from './findings.ts';
import { findIncidentRows } from './incidents.ts';
import { findIssueRows } from './issues.ts';
import { findJobRows } from './jobs.ts';
import { findMeasurementRows } from './measurements.ts';
import { findCoverageReportRows, findTestReportRows } from './reports.ts';
import { findRetriedCommitRows } from './retried-commits.ts';
import { findRetriedTestRows } from './retried-tests.ts';
import { findRunRows } from './runs.ts';
import type { SourceRowFinder, SourceRowsWanted } from './source-row.ts';

const FINDERS: Readonly<Record<SourceRowKind, SourceRowFinder>> = {
  run: findRunRows,
  'retried-commit': findRetriedCommitRows,
  job: findJobRows,
  deployment: findDeploymentRows,
  incident: findIncidentRows,
  commit: findCommitRows,
  'delivered-commit': findDeliveredCommitRows,
  change: findChangeRows,
  issue: findIssueRows,
  'coverage-report': findCoverageReportRows,
  'test-report': findTestReportRows,
  'retried-test': findRetriedTestRows,
  measurement: findMeasurementRows,
  finding: findFindingRows,
};

/** The rows of one kind that ids of an explanation name, newest first: at most one for each id and workload. */
export const findSourceRows = async (
  db: Executor,
  kind: SourceRowKind,
  wanted: SourceRowsWanted,
): Promise<SourceRow[]> => {
  const rows = await FINDERS[kind](db, { ...wanted, ids: [...new Set(wanted.ids)] });
  return rows.sort((a, b) => (b.at ?? '').localeCompare(a.at ?? '') || a.id.localeCompare(b.id));
};
