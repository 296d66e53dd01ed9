import { tellExpiring, tellUnused } from '@codemetrics/database';
import type { Deps } from '../deps.ts';

/** Days before its end that a token's owner is told of it. */
const EXPIRY_DAYS = [30, 14, 7, 1] as const;
/** Days without a use after which a token's owner is told of it. */
const UNUSED_DAYS = 90;

/**
 * Tells of the tokens that end soon or lie unused. Any number of servers may do it at once and again: what was told
 * is not told a second time.
 * @returns how many notices are new
 */
export const findDueNotices = async (deps: Pick<Deps, 'db' | 'now'>): Promise<number> => {
  const now = deps.now();
  return (await tellExpiring(deps.db, EXPIRY_DAYS, now)) + (await tellUnused(deps.db, UNUSED_DAYS, now));
};
