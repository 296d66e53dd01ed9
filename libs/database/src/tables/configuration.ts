import type { Generated } from 'kysely';
import type { RepositoryGroup, WorkingHours } from '@codemetrics/contracts';

export interface WorkloadsTable {
  workload_id: string;
  name: string;
  description: string;
  tags: Record<string, string>;
  repository_groups: RepositoryGroup[];
  services: string[];
  working_hours: WorkingHours | null;
  runner_rates: Record<string, number>;
  created_at: Date;
  updated_at: Date;
}

/** The repositories that data has come from. */
export interface RepositoriesTable {
  workload_id: string;
  repository: string;
  default_branch: string | null;
}

/** The jobs and branches that data has come from, for building screens without reading the facts. */
export interface DimensionValuesTable {
  workload_id: string;
  dimension: 'job' | 'branch';
  value: string;
}

export interface SourcesTable {
  source: string;
  sealed_secret: string | null;
  updated_at: Date | null;
  stored: Generated<number>;
  ignored: Generated<number>;
  unmatched: Generated<number>;
  failed: Generated<number>;
  last_delivery_at: Date | null;
}

export interface WebhookDeliveriesTable {
  source: string;
  delivery_id: string;
  event: string;
  received_at: Date;
  outcome: 'stored' | 'ignored' | 'unmatched' | 'failed';
  body: string;
  headers: Record<string, string>;
  /** Why it could not be mapped; null where it could. */
  failure: string | null;
}

export interface SignInLimitsTable {
  key: string;
  points: Generated<number>;
  expire: number | null;
}
