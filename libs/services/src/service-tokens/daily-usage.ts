import { listDailyTokenUsage } from '@codemetrics/database';
import { known } from '../actor.ts';
import type { Verb, VerbOutput } from '../verb.ts';
import { daysEnding } from './days-ending.ts';

type Day = VerbOutput<'tokens', 'dailyUsage'>['tokens'][number]['days'][number];

export const getDailyTokenUsage: Verb<'tokens', 'dailyUsage'> = async (deps, actor, input) => {
  const someone = known(actor);
  const now = deps.now();
  const range = daysEnding(now, input.days);
  const rows = await listDailyTokenUsage(deps.db, {
    userId: someone.role === 'admin' ? undefined : someone.userId,
    activeAt: input.include === 'inactive' ? undefined : now,
    since: range.start,
  });
  const byToken = new Map<string, Day[]>();
  for (const { token_id: tokenId, day, calls, failures } of rows) {
    const days = byToken.get(tokenId) ?? [];
    days.push({ date: day, calls, failures });
    byToken.set(tokenId, days);
  }
  return { ...range, tokens: [...byToken].map(([tokenId, days]) => ({ tokenId, days })) };
};
