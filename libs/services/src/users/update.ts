import { DomainError } from '@codemetrics/contracts';
import { hashPassword } from '@codemetrics/auth';
import {
  endSessionsOf,
  findUser,
  listProvidersOf,
  lockAdministrators,
  revokeServiceTokensOf,
  updateUser as updateRow,
} from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { requireLocalPasswords } from '../sessions/require-local-passwords.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { requireGrantable } from './require-grantable.ts';
import { toUser } from './to-user.ts';

export const updateUser: Verb<'users', 'update'> = async (deps, actor, input) => {
  if (input.password !== undefined) requireLocalPasswords(deps);
  const hash =
    input.password === undefined ? undefined : await hashPasswordOf(deps, input.userId, input.password);
  return inTransaction(deps, async (tx) => {
    const administrators = await lockAdministrators(tx);
    const user = await findUser(tx, input.userId, true);
    if (!user) throw new DomainError('not-found');
    const next = {
      role: input.role ?? user.role,
      workloads: input.workloads === undefined ? user.workloads : input.workloads,
      disabled: input.disabled ?? user.disabled,
    };
    // Judged before and after: nobody changes a user who may do more than they, nor makes one. A password gives all
    // that its user may do to whoever knows it.
    requireGrantable(actor, user.role, user.workloads);
    requireGrantable(actor, next.role, next.workloads);
    const stays = next.role === 'admin' && !next.disabled;
    if (!stays && administrators.length === 1 && administrators[0]?.user_id === user.user_id)
      throw new DomainError('last-administrator');
    const updated = await updateRow(tx, user.user_id, {
      ...next,
      display_name: input.displayName ?? user.display_name,
      ...(hash === undefined ? {} : { password_hash: hash }),
    });
    const disabling = next.disabled && !user.disabled;
    if (hash !== undefined || disabling) await endSessionsOf(tx, user.user_id, deps.now());
    // For good: enabling the user again must not bring back tokens that someone else may have meanwhile.
    const tokensRevoked = disabling ? await revokeServiceTokensOf(tx, user.user_id, deps.now()) : 0;
    const details = {
      ...next,
      displayName: input.displayName,
      passwordSet: hash !== undefined,
      tokensRevoked,
    };
    await recordAudit(deps, tx, actor, { action: 'users.update', target: user.user_id, details });
    const providers = await listProvidersOf(tx, [user.user_id]);
    return toUser(updated, providers.get(user.user_id));
  });
};

// Hashing is slow on purpose, so it is done before any row is locked.
const hashPasswordOf = async (
  deps: Parameters<typeof updateUser>[0],
  userId: string,
  password: string,
): Promise<string> => {
  const user = await findUser(deps.db, userId);
  if (!user) throw new DomainError('not-found');
  requireGoodPassword(password, user.username, 'password');
  return hashPassword(password);
};
