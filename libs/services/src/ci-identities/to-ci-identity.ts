import type { CiIdentity } from '@codemetrics/contracts';
import type { CiIdentityRow } from '@codemetrics/database';

export const toCiIdentity = (row: CiIdentityRow): CiIdentity => ({
  identityId: row.identity_id,
  name: row.name,
  issuer: row.issuer,
  audience: row.audience,
  claims: row.claims,
  scopes: row.scopes,
  workloads: row.workloads,
  lifetimeSeconds: row.lifetime_seconds,
  createdBy: row.created_by,
  created: row.created_at.toISOString(),
  lastUsed: row.last_used_at?.toISOString() ?? null,
  useCount: row.use_count,
});
