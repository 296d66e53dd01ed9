import { DomainError } from '@codemetrics/contracts';
import type { CiIdentityRow, Executor } from '@codemetrics/database';
import { deleteCiIdentity as deleteRow, findCiIdentity, holdUser } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';

/** Administrators may delete all, others their own; another's answers like none at all. */
const findOwn = async (tx: Executor, actor: Actor, identityId: string): Promise<CiIdentityRow> => {
  const { role, userId } = known(actor);
  const row = await findCiIdentity(tx, identityId);
  if (!row || (role !== 'admin' && row.user_id !== userId))
    throw new DomainError('not-found', { detail: `There is no CI identity ${identityId}.` });
  return row;
};

export const deleteCiIdentity: Verb<'ciIdentities', 'delete'> = (deps, actor, input) =>
  inTransaction(deps, async (tx) => {
    // An exchange holds the user while it makes a token: that token is seen here, or is never made.
    await holdUser(tx, (await findOwn(tx, actor, input.identityId)).user_id);
    const row = await findOwn(tx, actor, input.identityId);
    await deleteRow(tx, row.identity_id, deps.now());
    const details = { name: row.name, issuer: row.issuer };
    await recordAudit(deps, tx, actor, { action: 'ciIdentities.delete', target: row.identity_id, details });
    return null;
  });
