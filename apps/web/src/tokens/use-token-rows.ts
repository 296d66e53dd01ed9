import { useMemo } from 'react';
import { dailyCalls } from './daily-calls.ts';
import { toRows } from './token-list.ts';
import { useDailyUsage, useTokens } from './use-tokens.ts';

/** The tokens with their calls. A list that has no calls yet is shown already. */
export const useTokenRows = (withEnded: boolean) => {
  const { data: tokens, error, refetch, isPlaceholderData } = useTokens(withEnded);
  const { data: usage } = useDailyUsage(withEnded);
  const rows = useMemo(() => {
    const byToken = new Map(usage?.tokens.map(({ tokenId, days }) => [tokenId, days]));
    return (
      tokens && toRows(tokens, (id) => usage && dailyCalls(usage.start, usage.end, byToken.get(id) ?? []))
    );
  }, [tokens, usage]);
  return { rows, error, refetch, isComplete: rows !== undefined && !isPlaceholderData };
};
