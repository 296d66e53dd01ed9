import { activateSigningKey, listSigningKeys, lockSigningKeys, noteSigningKeys } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';

/** What a server must know of its keys when it starts. */
export interface KeyRegistration {
  readonly signing: string;
  /** Whether this server holds the key that signs. */
  readonly held: boolean;
}

/**
 * Tells the database of the keys that this server holds. A new key only verifies until it is rotated to, so that servers
 * may be given it one after the other; where none of the keys was known before, the secret was replaced as a whole, and
 * the first of them signs.
 */
export const registerSigningKeys = (deps: Pick<Deps, 'db' | 'now' | 'keys'>): Promise<KeyRegistration> =>
  inTransaction(deps, async (tx) => {
    await lockSigningKeys(tx);
    const ring = deps.keys.ring();
    const before = await listSigningKeys(tx);
    await noteSigningKeys(tx, ring, deps.now());
    const live = new Set(before.filter((one) => one.state !== 'ended').map((one) => one.kid));
    const ended = new Set(before.filter((one) => one.state === 'ended').map((one) => one.kid));
    const signing = before.find((one) => one.state === 'signing')?.kid;
    const usable = ring.filter((key) => !ended.has(key.kid));
    const first = usable[0];
    if (!first) throw new Error('Every key that this server holds has ended. Give it one that has not.');
    if (signing !== undefined && usable.some((key) => live.has(key.kid)))
      return { signing, held: usable.some((key) => key.kid === signing) };
    await activateSigningKey(tx, first.kid, deps.now());
    return { signing: first.kid, held: true };
  });
