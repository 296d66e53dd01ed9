import type { Generated } from 'kysely';
import type { Scope } from '@codemetrics/contracts';

/** Whose tokens of a CI system are traded for service tokens. */
export interface CiIdentitiesTable {
  identity_id: string;
  name: string;
  issuer: string;
  audience: string;
  /** Claim by claim the text that it must have; `*` stands for any characters. */
  claims: Record<string, string>;
  scopes: Scope[];
  /** null: all. */
  workloads: string[] | null;
  lifetime_seconds: number;
  user_id: string;
  created_at: Date;
  last_used_at: Date | null;
  use_count: Generated<number>;
}
