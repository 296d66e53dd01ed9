import type { Generated } from 'kysely';
import type { Role, Scope } from '@codemetrics/contracts';

export interface UsersTable {
  user_id: string;
  username: string;
  /** Lower-cased, for comparing. */
  username_key: string;
  display_name: string;
  role: Role;
  /** null: all. */
  workloads: string[] | null;
  password_hash: string | null;
  disabled: Generated<boolean>;
  created_at: Date;
  last_sign_in_at: Date | null;
}

export interface SessionsTable {
  session_id: string;
  user_id: string;
  created_at: Date;
  expires_at: Date;
  ended_at: Date | null;
  address: string | null;
  user_agent: string | null;
}

export interface ServiceTokensTable {
  token_id: string;
  user_id: string;
  subject: string;
  scopes: Scope[];
  workloads: string[] | null;
  allowed_cidrs: string[] | null;
  description: string | null;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  /** Set by a rotation: from then on the token is refused. */
  ends_at: Date | null;
  rotated_from: string | null;
  last_used_at: Date | null;
  last_used_from: string | null;
  last_user_agent: string | null;
  use_count: Generated<number>;
  failure_count: Generated<number>;
  /** The key that signed it; null for a token of before keys were counted. */
  kid: string | null;
  /** The trust in a CI system that it was given for, if any. */
  ci_identity_id: string | null;
}

export interface SigningKeysTable {
  kid: string;
  alg: 'HS256' | 'EdDSA';
  state: 'verifying' | 'signing' | 'ended';
  created_at: Date;
  activated_at: Date | null;
  ended_at: Date | null;
}

export interface RateLimitsTable {
  key: string;
  points: Generated<number>;
  expire: number | null;
}

export interface ServiceTokenUsageTable {
  token_id: string;
  day: string;
  operation: string;
  calls: number;
  failures: number;
}

export interface AuditEntriesTable {
  sequence: number;
  at: Date;
  actor: string;
  actor_kind: 'session' | 'service' | 'anonymous' | 'system';
  address: string | null;
  request_id: string | null;
  action: string;
  target: string | null;
  outcome: 'success' | 'denied' | 'failure';
  details: Record<string, unknown>;
  previous_hash: string;
  hash: string;
}

export interface AuditHeadTable {
  only_row: Generated<boolean>;
  sequence: number;
  hash: string;
}
