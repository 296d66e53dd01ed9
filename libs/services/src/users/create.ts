import { DomainError } from '@codemetrics/contracts';
import { hashPassword } from '@codemetrics/auth';
import { insertUser, isUniqueViolation } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { requireLocalPasswords } from '../sessions/require-local-passwords.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { requireGoodPassword } from './require-good-password.ts';
import { requireGrantable } from './require-grantable.ts';
import { toUser } from './to-user.ts';

export const createUser: Verb<'users', 'create'> = async (deps, actor, input) => {
  requireLocalPasswords(deps);
  requireGrantable(actor, input.role, input.workloads);
  requireGoodPassword(input.password, input.username, 'password');
  const hash = await hashPassword(input.password);
  try {
    return await inTransaction(deps, async (tx) => {
      const user = await insertUser(tx, {
        user_id: deps.newId(),
        username: input.username,
        username_key: input.username.toLowerCase(),
        display_name: input.displayName ?? input.username,
        role: input.role,
        workloads: input.workloads,
        password_hash: hash,
        created_at: deps.now(),
        last_sign_in_at: null,
      });
      const details = { username: user.username, role: user.role, workloads: user.workloads };
      await recordAudit(deps, tx, actor, { action: 'users.create', target: user.user_id, details });
      return toUser(user);
    });
  } catch (error) {
    if (isUniqueViolation(error))
      throw new DomainError('conflict', { detail: `There is a user ${input.username} already.` });
    throw error;
  }
};
