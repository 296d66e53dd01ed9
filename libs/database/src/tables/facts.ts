import type { DeploymentStatus, PipelineRun, RunConclusion } from '@codemetrics/contracts';

type Kind = 'user' | 'bot';

export interface PipelineRunsTable {
  workload_id: string;
  run_id: string;
  source: string;
  external_id: string;
  attempt: number;
  repository: string;
  job: string;
  stage: string | null;
  runner: string | null;
  branch: string | null;
  commit_sha: string | null;
  event: string | null;
  status: PipelineRun['status'];
  conclusion: RunConclusion | null;
  queued_at: Date | null;
  started_at: Date | null;
  finished_at: Date | null;
  /** started, else queued, else finished: what a listing is ordered by. */
  sorted_at: Date;
  actor_name: string | null;
  actor_kind: Kind | null;
  url: string | null;
}

export interface DeploymentsTable {
  workload_id: string;
  deployment_id: string;
  source: string;
  external_id: string;
  repository: string;
  /** '' where the sender named none, since it is part of the key. */
  commit_sha: string;
  environment: string;
  production: boolean;
  status: DeploymentStatus;
  started_at: Date | null;
  finished_at: Date | null;
  unplanned: boolean | null;
  rolls_back: string | null;
  fixes_incident: string | null;
  url: string | null;
}

export interface IncidentsTable {
  workload_id: string;
  incident_id: string;
  source: string;
  external_id: string;
  severity: string | null;
  title: string | null;
  opened_at: Date;
  resolved_at: Date | null;
  caused_by_deployment: string | null;
  url: string | null;
  updated_at: Date | null;
}

export interface CommitsTable {
  workload_id: string;
  repository: string;
  sha: string;
  branch: string | null;
  author_name: string | null;
  author_email: string | null;
  author_kind: Kind | null;
  authored_at: Date | null;
  committed_at: Date;
  message: string | null;
  parents: string[] | null;
}

export interface CommitFilesTable {
  workload_id: string;
  repository: string;
  sha: string;
  path: string;
  added_lines: number | null;
  deleted_lines: number | null;
  previous_path: string | null;
}

export interface DeliveredCommitsTable {
  workload_id: string;
  repository: string;
  sha: string;
  deployment_id: string;
  committed_at: Date;
  finished_at: Date;
  author_kind: Kind | null;
  branch: string | null;
}

export interface DeliveryDirtyTable {
  workload_id: string;
  repository: string;
  marks: number;
}

export interface ChangesTable {
  workload_id: string;
  change_id: string;
  source: string;
  external_id: string;
  repository: string;
  number: number | null;
  title: string | null;
  author_name: string | null;
  author_kind: Kind | null;
  branch: string | null;
  target_branch: string | null;
  first_commit_at: Date | null;
  opened_at: Date;
  ready_at: Date | null;
  first_review_at: Date | null;
  approved_at: Date | null;
  merged_at: Date | null;
  closed_at: Date | null;
  added_lines: number | null;
  deleted_lines: number | null;
  changed_files: number | null;
  commits: string[] | null;
  head_commit: string | null;
  merge_commit: string | null;
  linked_issues: string[] | null;
  labels: string[] | null;
  url: string | null;
  updated_at: Date | null;
}

export interface IssuesTable {
  workload_id: string;
  issue_id: string;
  source: string;
  external_id: string;
  repository: string | null;
  type: string;
  priority: string | null;
  environment_found: string | null;
  title: string | null;
  opened_at: Date;
  closed_at: Date | null;
  linked_changes: string[] | null;
  labels: string[] | null;
  url: string | null;
  updated_at: Date | null;
}

export interface CoverageReportsTable {
  workload_id: string;
  report_id: string;
  repository: string;
  commit_sha: string;
  /** '' stands for the default branch. */
  branch: string;
  name: string;
  format: string;
  taken_at: Date;
  files: number;
  lines_covered: number;
  lines_total: number;
  branches_covered: number | null;
  branches_total: number | null;
}
