import type { IssuedToken } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import { isWithin, isWithinWorkloads } from '@codemetrics/auth';
import type { Executor } from '@codemetrics/database';
import { databaseTime, endServiceTokenAt } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import { holdUser } from '../users/hold-user.ts';
import type { Verb } from '../verb.ts';
import { findOwnToken } from './find-own.ts';
import { issueToken } from './issue.ts';
import { secondsOf } from './seconds-of.ts';

const DEFAULT_GRACE_SECONDS = 24 * 3600;
const MOST_GRACE_SECONDS = 30 * 86_400;

const graceOf = (gracePeriod: string | number | undefined): number => {
  if (gracePeriod === undefined) return DEFAULT_GRACE_SECONDS;
  const seconds = secondsOf(gracePeriod, 'gracePeriod', true);
  if (seconds > MOST_GRACE_SECONDS)
    throw new DomainError('invalid-input', {
      detail: 'gracePeriod: at most 30d',
      errors: [{ path: 'gracePeriod', message: 'at most 30d' }],
    });
  return seconds;
};

const holdOwner = async (tx: Executor, userId: string): Promise<void> => {
  try {
    await holdUser(tx, userId);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError('state-conflict', { detail: 'The user of the token is disabled.' });
  }
};

/** A new token with the same subject, limits and lifetime; the old one ends after the grace period. */
const rotate = async (
  deps: Deps,
  actor: Actor,
  tokenId: string,
  graceSeconds: number,
): Promise<IssuedToken> =>
  inTransaction(deps, async (tx) => {
    const someone = known(actor);
    // The user before the token, as everyone does who takes both.
    const { user_id: ownerId } = await findOwnToken(tx, actor, tokenId);
    await holdOwner(tx, ownerId);
    const old = await findOwnToken(tx, actor, tokenId, true);
    const time = await databaseTime(tx);
    const now = deps.latest(time);
    if (old.revoked_at !== null || old.expires_at <= now || (old.ends_at !== null && old.ends_at <= now))
      throw new DomainError('state-conflict', { detail: 'The token has ended; make a new one.' });
    // Its life is bound to the job: rotating itself again and again, it would never end.
    if (old.ci_identity_id !== null)
      throw new DomainError('state-conflict', {
        detail: 'The token of a CI job is not rotated; trade another at /api/tokens/exchange.',
      });
    // An administrator who rotates another's token hands over no more than they have themselves; one's own token
    // never does more than its maker may, whatever stands in it.
    if (
      someone.kind === 'session' &&
      someone.userId !== old.user_id &&
      !(isWithin([...someone.scopes], old.scopes) && isWithinWorkloads(someone.workloads, old.workloads))
    )
      throw new DomainError('grant-exceeds-maker');
    // Up, since a token ends at a whole second that was counted from the whole second before it was made.
    const lifetime = Math.ceil((old.expires_at.getTime() - old.created_at.getTime()) / 1000);
    const issued = await issueToken(deps, tx, {
      userId: old.user_id,
      subject: old.subject,
      scopes: old.scopes,
      workloads: old.workloads,
      allowedCidrs: old.allowed_cidrs,
      description: old.description,
      lifetimeSeconds: Math.max(1, Math.min(lifetime, deps.settings.serviceTokenSeconds)),
      rotatedFrom: old.token_id,
    });
    await endServiceTokenAt(tx, old.token_id, new Date(deps.earliest(time).getTime() + graceSeconds * 1000));
    const details = { subject: old.subject, replacement: issued.tokenId, gracePeriodSeconds: graceSeconds };
    await recordAudit(deps, tx, actor, { action: 'tokens.rotate', target: old.token_id, details });
    return issued;
  });

export const rotateToken: Verb<'tokens', 'rotate'> = (deps, actor, input) =>
  rotate(deps, actor, input.tokenId, graceOf(input.gracePeriod));

export const rotateOwnToken: Verb<'tokens', 'rotateSelf'> = async (deps, actor, input) => {
  const someone = known(actor);
  if (someone.kind !== 'service') throw new DomainError('service-token-required');
  return rotate(deps, actor, someone.tokenId, graceOf(input.gracePeriod));
};
