import type { InputOf } from '@codemetrics/client';

export type RunRow = InputOf<'pipelineRuns', 'send'>['runs'][number];
export type JobRow = InputOf<'pipelineJobs', 'send'>['jobs'][number];
export type CommitRow = InputOf<'commits', 'send'>['commits'][number];
export type ChangeRow = InputOf<'changes', 'send'>['changes'][number];
export type DeploymentRow = InputOf<'deployments', 'send'>['deployments'][number];
export type IncidentRow = InputOf<'incidents', 'send'>['incidents'][number];
export type IssueRow = InputOf<'issues', 'send'>['issues'][number];
export type MeasurementRow = InputOf<'measurements', 'send'>['measurements'][number];
export type WorkloadRow = NonNullable<InputOf<'workloads', 'apply'>['workloads']>[number];

/** A coverage report with what is told beside it. */
export type ReportRow = InputOf<'coverage', 'upload'> & { readonly takenAt: string };

/** A report of tests with what is told beside it. */
export type TestReportRow = InputOf<'tests', 'upload'> & { readonly takenAt: string };

/** A scanner's report with what is told beside it. */
export type AnalysisRow = InputOf<'vulnerabilities', 'upload'> & { readonly takenAt: string };

/** Everything of one workload, as it is sent. */
export interface WorkloadData {
  readonly workload: WorkloadRow;
  readonly commits: readonly CommitRow[];
  readonly changes: readonly ChangeRow[];
  readonly runs: readonly RunRow[];
  readonly jobs: readonly JobRow[];
  readonly deployments: readonly DeploymentRow[];
  readonly incidents: readonly IncidentRow[];
  readonly issues: readonly IssueRow[];
  readonly reports: readonly ReportRow[];
  readonly measurements: readonly MeasurementRow[];
  readonly testReports: readonly TestReportRow[];
  readonly analyses: readonly AnalysisRow[];
}

/** A time in milliseconds as it is sent, to the second. */
export const timestamp = (at: number): string => new Date(Math.floor(at / 1000) * 1000).toISOString();
