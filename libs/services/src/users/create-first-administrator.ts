import { generatePassword, hashPassword } from '@codemetrics/auth';
import { anyUser, appendAudit, insertUser, lockFirstAdministrator } from '@codemetrics/database';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import { requireGoodPassword } from './require-good-password.ts';

export interface FirstAdministrator {
  readonly username: string;
  /** Given once, to be printed once; null where the setting named it. */
  readonly generatedPassword: string | null;
}

/** Makes the first administrator where there is no user yet; null where there is one. */
export const createFirstAdministrator = async (
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  wanted: { readonly username: string; readonly password: string | undefined },
): Promise<FirstAdministrator | null> => {
  if (await anyUser(deps.db)) return null;
  if (wanted.password !== undefined) requireGoodPassword(wanted.password, wanted.username, 'ADMIN_PASSWORD');
  const password = wanted.password ?? generatePassword();
  const hash = await hashPassword(password);
  return inTransaction(deps, async (tx) => {
    // Replicas that start together on an empty database make one administrator, not two.
    await lockFirstAdministrator(tx);
    if (await anyUser(tx)) return null;
    const userId = deps.newId();
    await insertUser(tx, {
      user_id: userId,
      username: wanted.username,
      username_key: wanted.username.toLowerCase(),
      display_name: wanted.username,
      role: 'admin',
      workloads: null,
      password_hash: hash,
      created_at: deps.now(),
      last_sign_in_at: null,
    });
    await appendAudit(tx, {
      at: deps.now(),
      actor: 'system',
      actor_kind: 'system',
      address: null,
      request_id: null,
      action: 'users.create',
      target: userId,
      outcome: 'success',
      details: { username: wanted.username, role: 'admin', first: true },
    });
    return { username: wanted.username, generatedPassword: wanted.password === undefined ? password : null };
  });
};
