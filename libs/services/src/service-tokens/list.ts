import type { ServiceToken } from '@codemetrics/contracts';
import type { ServiceTokenRow } from '@codemetrics/database';
import { listServiceTokens } from '@codemetrics/database';
import { known } from '../actor.ts';
import type { Verb } from '../verb.ts';

const endOf = (row: ServiceTokenRow): Date =>
  row.ends_at !== null && row.ends_at < row.expires_at ? row.ends_at : row.expires_at;

const statusOf = (row: ServiceTokenRow, now: Date): 'active' | 'revoked' | 'expired' =>
  row.revoked_at !== null ? 'revoked' : endOf(row) <= now ? 'expired' : 'active';

const toServiceToken = (row: ServiceTokenRow): ServiceToken => ({
  tokenId: row.token_id,
  created: row.created_at.toISOString(),
  expires: endOf(row).toISOString(),
  sub: row.subject,
  createdBy: row.created_by,
  scopes: row.scopes,
  workloads: row.workloads,
  allowedCidrs: row.allowed_cidrs,
  description: row.description,
  lastUsed: row.last_used_at?.toISOString() ?? null,
  lastUsedFrom: row.last_used_from,
  useCount: row.use_count,
  rotatedFrom: row.rotated_from,
});

export const listTokens: Verb<'tokens', 'list'> = async (deps, actor, input) => {
  const someone = known(actor);
  const now = deps.now();
  const withInactive = input.include === 'inactive';
  const rows = await listServiceTokens(deps.db, {
    userId: someone.role === 'admin' ? undefined : someone.userId,
    activeAt: withInactive ? undefined : now,
  });
  return rows.map((row) => ({
    ...toServiceToken(row),
    ...(withInactive ? { status: statusOf(row, now) } : {}),
  }));
};
