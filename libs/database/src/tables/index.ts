import type {
  AuditEntriesTable,
  AuditHeadTable,
  RateLimitsTable,
  ServiceTokensTable,
  ServiceTokenUsageTable,
  SessionsTable,
  SigningKeysTable,
  UsersTable,
} from './access.ts';
import type { CiIdentitiesTable } from './ci-identities.ts';
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
import type { UserIdentitiesTable } from './identities.ts';

import type {
  NoticeDeliveriesTable,
  NoticesTable,
  NoticeWebhooksTable,
  ServiceTokenNetworksTable,
} from './notices.ts';
import type { QueryJobsTable, SavedQueriesTable } from './queries.ts';
import type {
  ChangeReviewsTable,
  MeasurementsTable,
  PipelineJobsTable,
  TestCasesTable,
  TestReportsTable,
  VulnerabilityFindingsTable,
  VulnerabilityReportsTable,
} from './reports.ts';

/** Every table, by name. */
export interface Database {
  audit_entries: AuditEntriesTable;
  audit_head: AuditHeadTable;
  change_reviews: ChangeReviewsTable;
  changes: ChangesTable;
  ci_identities: CiIdentitiesTable;
  commit_files: CommitFilesTable;
  commits: CommitsTable;
  coverage_reports: CoverageReportsTable;
  delivered_commits: DeliveredCommitsTable;
  delivery_dirty: DeliveryDirtyTable;
  deployments: DeploymentsTable;
  dimension_values: DimensionValuesTable;
  incidents: IncidentsTable;
  issues: IssuesTable;
  measurements: MeasurementsTable;
  notice_deliveries: NoticeDeliveriesTable;
  notice_webhooks: NoticeWebhooksTable;
  notices: NoticesTable;
  pipeline_jobs: PipelineJobsTable;
  pipeline_runs: PipelineRunsTable;
  query_jobs: QueryJobsTable;
  rate_limits: RateLimitsTable;
  repositories: RepositoriesTable;
  saved_queries: SavedQueriesTable;
  service_token_networks: ServiceTokenNetworksTable;
  service_token_usage: ServiceTokenUsageTable;
  service_tokens: ServiceTokensTable;
  sessions: SessionsTable;
  sign_in_limits: SignInLimitsTable;
  signing_keys: SigningKeysTable;
  sources: SourcesTable;
  test_cases: TestCasesTable;
  test_reports: TestReportsTable;
  user_identities: UserIdentitiesTable;
  users: UsersTable;
  vulnerability_findings: VulnerabilityFindingsTable;
  vulnerability_reports: VulnerabilityReportsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  workloads: WorkloadsTable;
}
