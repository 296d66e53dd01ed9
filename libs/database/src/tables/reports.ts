import type { FindingSeverity, PipelineRun, ReviewInput, RunConclusion } from '@codemetrics/contracts';

export interface PipelineJobsTable {
  workload_id: string;
  source: string;
  external_id: string;
  repository: string;
  run_external_id: string;
  attempt: number;
  name: string;
  stage: string | null;
  runner: string | null;
  branch: string | null;
  commit_sha: string | null;
  status: PipelineRun['status'];
  conclusion: RunConclusion | null;
  queued_at: Date | null;
  started_at: Date | null;
  finished_at: Date | null;
  url: string | null;
}

export interface ChangeReviewsTable {
  workload_id: string;
  source: string;
  change_external_id: string;
  external_id: string;
  reviewer_name: string | null;
  reviewer_kind: 'user' | 'bot' | null;
  state: ReviewInput['state'];
  submitted_at: Date;
}

/** `branch` '' stands for the default branch, `path` '' for the whole repository. */
export interface MeasurementsTable {
  workload_id: string;
  source: string;
  repository: string;
  branch: string;
  metric: string;
  path: string;
  taken_at: Date;
  commit_sha: string | null;
  value: number;
}

export interface TestReportsTable {
  workload_id: string;
  report_id: string;
  repository: string;
  commit_sha: string;
  branch: string;
  name: string;
  run: string;
  taken_at: Date;
  passed: number;
  failed: number;
  errors: number;
  skipped: number;
  duration_seconds: number;
  /** Of all cases, so that a report sent again is known as unchanged. */
  digest: string;
}

export interface TestCasesTable {
  workload_id: string;
  report_id: string;
  suite: string;
  name: string;
  outcome: 'passed' | 'failed' | 'error' | 'skipped';
  passes: number;
  failures: number;
  duration_seconds: number | null;
}

export interface VulnerabilityReportsTable {
  workload_id: string;
  report_id: string;
  repository: string;
  commit_sha: string;
  branch: string;
  tool: string;
  name: string;
  taken_at: Date;
  findings: number;
  suppressed: number;
  digest: string;
}

export interface VulnerabilityFindingsTable {
  workload_id: string;
  report_id: string;
  fingerprint: string;
  severity: FindingSeverity;
  rule_id: string;
  path: string | null;
  line: number | null;
  message: string | null;
}
