import { listSigningKeys } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { registerSigningKeys } from './register.ts';

/**
 * Takes up what changed elsewhere: keys added to the key file, keys ended on another server. Tokens don't wait for it
 * (an unknown key is looked for at once, an ended one is refused by the read of every credential); sealed texts do.
 */
export const followSigningKeys = async (deps: Pick<Deps, 'db' | 'now' | 'keys'>): Promise<void> => {
  if (await deps.keys.refresh()) await registerSigningKeys(deps);
  const keys = await listSigningKeys(deps.db);
  deps.keys.leaveOut(new Set(keys.filter((one) => one.state === 'ended').map((one) => one.kid)));
};
