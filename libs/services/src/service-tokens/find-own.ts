import { DomainError } from '@codemetrics/contracts';
import type { Executor, ServiceTokenRow } from '@codemetrics/database';
import { findServiceToken } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A token that the caller may manage: administrators all, others their own. Another's answers like none at all. */
export const findOwnToken = async (
  db: Executor,
  actor: Actor,
  tokenId: string,
  lock = false,
): Promise<ServiceTokenRow> => {
  const someone = known(actor);
  const row = UUID.test(tokenId) ? await findServiceToken(db, tokenId, lock) : undefined;
  if (!row || (someone.role !== 'admin' && row.user_id !== someone.userId))
    throw new DomainError('not-found', { detail: `There is no service token ${tokenId.slice(0, 64)}.` });
  return row;
};
