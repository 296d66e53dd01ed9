import type { SigningKey } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import { createRingKey } from '@codemetrics/auth';
import type { Executor } from '@codemetrics/database';
import { activateSigningKey, listSigningKeys, lockSigningKeys, noteSigningKeys } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { describeKeys } from './list.ts';

/** A key that exists and is not the one that signs. */
const existing = async (deps: Deps, tx: Executor, kid: string): Promise<void> => {
  await deps.keys.refresh();
  const key = deps.keys.ring().find((one) => one.kid === kid);
  if (!key)
    throw new DomainError('not-found', { detail: `This server holds no key ${kid} that has not ended.` });
  await noteSigningKeys(tx, [key], deps.now());
  const row = (await listSigningKeys(tx)).find((one) => one.kid === kid);
  if (row?.state !== 'verifying')
    throw new DomainError('state-conflict', {
      detail: row?.state === 'signing' ? `The key ${kid} signs already.` : `The key ${kid} has ended.`,
    });
};

export const rotateSigningKey: Verb<'keys', 'rotate'> = (deps, actor, input): Promise<SigningKey> =>
  inTransaction(deps, async (tx) => {
    await lockSigningKeys(tx);
    const previous = (await listSigningKeys(tx)).find((one) => one.state === 'signing')?.kid ?? null;
    let { kid } = input;
    if (kid === undefined) {
      const made = createRingKey(input.alg ?? 'HS256');
      // Into the file first: what the database knows of, every server must be able to find.
      await deps.keys.add(made.entry);
      await noteSigningKeys(tx, [made.key], deps.now());
      kid = made.key.kid;
    } else await existing(deps, tx, kid);
    await activateSigningKey(tx, kid, deps.now());
    await recordAudit(deps, tx, actor, { action: 'keys.rotate', target: kid, details: { previous } });
    return (await describeKeys(deps, tx)).find((one) => one.kid === kid)!;
  });
