import { DomainError } from '@codemetrics/contracts';
import { deleteUser as deleteRow, findUser, lockAdministrators } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireGrantable } from './require-grantable.ts';

export const deleteUser: Verb<'users', 'delete'> = async (deps, actor, input) => {
  await inTransaction(deps, async (tx) => {
    const administrators = await lockAdministrators(tx);
    const user = await findUser(tx, input.userId, true);
    if (!user) throw new DomainError('not-found');
    requireGrantable(actor, user.role, user.workloads);
    if (administrators.length === 1 && administrators[0]?.user_id === user.user_id)
      throw new DomainError('last-administrator');
    await deleteRow(tx, user.user_id);
    await recordAudit(deps, tx, actor, {
      action: 'users.delete',
      target: user.user_id,
      details: { username: user.username },
    });
  });
  return null;
};
