import type {
  AuditEntriesTable,
  AuditHeadTable,
  ServiceTokensTable,
  ServiceTokenUsageTable,
  SessionsTable,
  UsersTable,
} from './access.ts';
import type {
  DimensionValuesTable,
  RepositoriesTable,
  SignInLimitsTable,
  SourcesTable,
  WebhookDeliveriesTable,
  WorkloadsTable,
} from './configuration.ts';
import type {
  ChangesTable,
  CommitFilesTable,
  CommitsTable,
  CoverageReportsTable,
  DeliveredCommitsTable,
  DeliveryDirtyTable,
  DeploymentsTable,
  IncidentsTable,
  IssuesTable,
  PipelineRunsTable,
} from './facts.ts';

/** Every table, by name. */
export interface Database {
  audit_entries: AuditEntriesTable;
  audit_head: AuditHeadTable;
  changes: ChangesTable;
  commit_files: CommitFilesTable;
  commits: CommitsTable;
  coverage_reports: CoverageReportsTable;
  delivered_commits: DeliveredCommitsTable;
  delivery_dirty: DeliveryDirtyTable;
  deployments: DeploymentsTable;
  dimension_values: DimensionValuesTable;
  incidents: IncidentsTable;
  issues: IssuesTable;
  pipeline_runs: PipelineRunsTable;
  repositories: RepositoriesTable;
  service_token_usage: ServiceTokenUsageTable;
  service_tokens: ServiceTokensTable;
  sessions: SessionsTable;
  sign_in_limits: SignInLimitsTable;
  sources: SourcesTable;
  users: UsersTable;
  webhook_deliveries: WebhookDeliveriesTable;
  workloads: WorkloadsTable;
}
