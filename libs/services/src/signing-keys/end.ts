import { DomainError } from '@codemetrics/contracts';
import { openSecret, sealedWith, sealSecret } from '@codemetrics/auth';
import type { KeyRing } from '@codemetrics/auth';
import {
  endSigningKey as endRow,
  listSigningKeys,
  lockSigningKeys,
  replaceSealedTexts,
} from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { describeKeys } from './list.ts';

/** Seals anew what the key sealed, with the oldest that stays: every server holds that one. */
const sealedAnew =
  (ring: KeyRing, kid: string) =>
  (sealed: string): string | undefined => {
    if (sealedWith(sealed) !== kid) return undefined;
    if (!ring.some((key) => key.kid === kid))
      throw new DomainError('state-conflict', {
        detail: 'Secrets are sealed with this key, which this server doesn’t hold: end it at one that does.',
      });
    const [first, ...rest] = ring.filter((key) => key.kid !== kid);
    return first && sealSecret([first, ...rest], openSecret(ring, sealed));
  };

export const endSigningKey: Verb<'keys', 'end'> = async (deps, actor, input) => {
  await deps.keys.refresh();
  const ended = await inTransaction(deps, async (tx) => {
    await lockSigningKeys(tx);
    const before = (await describeKeys(deps, tx)).find((one) => one.kid === input.kid);
    if (!before) throw new DomainError('not-found', { detail: `There is no key ${input.kid}.` });
    if (before.state === 'ended') return before;
    if (before.state === 'signing')
      throw new DomainError('state-conflict', { detail: 'This key signs. Rotate to another one first.' });
    await replaceSealedTexts(tx, sealedAnew(deps.keys.ring(), input.kid));
    await endRow(tx, input.kid, deps.now());
    const details = { serviceTokens: before.activeTokens };
    await recordAudit(deps, tx, actor, { action: 'keys.end', target: input.kid, details });
    return (await describeKeys(deps, tx)).find((one) => one.kid === input.kid)!;
  });
  const keys = await listSigningKeys(deps.db);
  deps.keys.leaveOut(new Set(keys.filter((one) => one.state === 'ended').map((one) => one.kid)));
  return ended;
};
