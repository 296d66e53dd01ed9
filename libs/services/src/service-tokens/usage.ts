import { listTokenUsage } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { findOwnToken } from './find-own.ts';

export const getTokenUsage: Verb<'tokens', 'usage'> = async (deps, actor, input) => {
  const token = await findOwnToken(deps.db, actor, input.tokenId);
  const since = new Date(deps.now().getTime() - (input.days - 1) * 86_400_000).toISOString().slice(0, 10);
  const rows = await listTokenUsage(deps.db, token.token_id, since);
  return {
    tokenId: token.token_id,
    lastUsed: token.last_used_at?.toISOString() ?? null,
    lastUsedFrom: token.last_used_from,
    lastUserAgent: token.last_user_agent,
    useCount: token.use_count,
    failureCount: token.failure_count,
    days: rows.map(({ day, ...row }) => ({ date: day, ...row })),
  };
};
