import type { QueryJobStatus } from '@codemetrics/contracts';

export interface SavedQueriesTable {
  query_id: string;
  owner_id: string;
  name: string;
  description: string;
  shared: boolean;
  query: Record<string, unknown>;
  created_at: Date;
  updated_at: Date;
}

export interface QueryJobsTable {
  job_id: string;
  user_id: string;
  /** The token that asked; null: a session. */
  token_id: string | null;
  query: Record<string, unknown>;
  /** What the credential was limited to; null: all. */
  workloads: string[] | null;
  status: QueryJobStatus;
  /** How many metrics are done, of `total`. */
  done: number;
  total: number;
  /** The connection that it runs on. */
  backend_pid: number | null;
  /** When its worker was last heard of. */
  claimed_at: Date | null;
  created_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  expires_at: Date;
  result: Record<string, unknown> | null;
  error: { code: string; title: string; detail: string } | null;
}
