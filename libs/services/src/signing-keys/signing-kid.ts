import type { Executor } from '@codemetrics/database';
import { findSigningKid } from '@codemetrics/database';
import type { Deps } from '../deps.ts';

/**
 * The name of the key that new tokens are signed with. A server that doesn't hold it yet looks for it; one that can't
 * find it signs with the oldest that it holds, which verifies everywhere too.
 */
export const signingKid = async (deps: Pick<Deps, 'keys'>, db: Executor): Promise<string> => {
  const wanted = await findSigningKid(db);
  const holds = (): boolean => deps.keys.ring().some((key) => key.kid === wanted);
  if (wanted !== undefined && !holds()) await deps.keys.refresh();
  return wanted !== undefined && holds() ? wanted : deps.keys.ring()[0].kid;
};
