import { listTokenNetworks, listTokenUsage } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { daysEnding } from './days-ending.ts';
import { findOwnToken } from './find-own.ts';

export const getTokenUsage: Verb<'tokens', 'usage'> = async (deps, actor, input) => {
  const token = await findOwnToken(deps.db, actor, input.tokenId);
  const rows = await listTokenUsage(deps.db, token.token_id, daysEnding(deps.now(), input.days).start);
  const networks = await listTokenNetworks(deps.db, token.token_id);
  return {
    tokenId: token.token_id,
    lastUsed: token.last_used_at?.toISOString() ?? null,
    lastUsedFrom: token.last_used_from,
    lastUserAgent: token.last_user_agent,
    useCount: token.use_count,
    failureCount: token.failure_count,
    days: rows.map(({ day, ...row }) => ({ date: day, ...row })),
    networks: networks.map((one) => ({ network: one.network, firstSeen: one.first_seen.toISOString() })),
  };
};
