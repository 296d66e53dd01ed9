/** How a table is looked at where a refused call may change it, or something else does meanwhile. */
export interface UnstableTable {
  /** Only these columns count; without them the table does not count at all. */
  readonly columns?: readonly string[];
  /** Only these rows count. */
  readonly where?: string;
  readonly why: string;
}

/** Every table that is not held to "a refused call changes nothing", each with its reason. */
export const UNSTABLE_TABLES: Readonly<Record<string, UnstableTable>> = {
  audit_entries: {
    columns: ['sequence', 'action'],
    where: "outcome = 'success'",
    why: 'denied attempts are recorded on purpose',
  },
  audit_head: { why: 'it follows the audit log' },
  sign_in_limits: { why: 'failed sign-ins are counted' },
  service_token_usage: { why: 'refused calls are counted, and written late' },
  service_tokens: {
    columns: ['token_id', 'user_id', 'subject', 'scopes', 'workloads', 'revoked_at', 'ends_at', 'expires_at'],
    why: 'the last use is written late',
  },
  service_token_networks: { why: 'where a token was used from is written late' },
  query_jobs: { columns: ['job_id'], why: 'jobs of earlier calls go on, and expire' },
  delivered_commits: { why: 'worked out anew by queries and query jobs' },
  delivery_dirty: { why: 'taken away by queries and query jobs' },
};
