import type { Executor, UserRow } from '@codemetrics/database';
import { findUserByName, insertIdentity, insertUser } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import type { Refused } from './refused.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { UserOfClaims } from './to-user-of-claims.ts';

/** Makes the user of a first sign-in, who has no password; refuses one who has no role, or whose name is taken. */
export const makeUser = async (
  deps: Deps,
  tx: Executor,
  actor: Actor,
  provider: IdentityProvider,
  told: UserOfClaims,
): Promise<UserRow | Refused> => {
  const { username, access, subject } = told;
  if (access === null) return { refused: 'no-role', username };
  if (username === null) return { refused: 'username-missing', username };
  if (await findUserByName(tx, username)) return { refused: 'account-exists', username };
  const now = deps.now();
  const user = await insertUser(tx, {
    user_id: deps.newId(),
    username,
    username_key: username.toLowerCase(),
    display_name: told.displayName ?? username,
    role: access.role,
    workloads: access.workloads && [...access.workloads],
    password_hash: null,
    created_at: now,
    last_sign_in_at: null,
  });
  await insertIdentity(tx, {
    provider: provider.id,
    subject,
    user_id: user.user_id,
    created_at: now,
    last_sign_in_at: null,
  });
  await recordAudit(deps, tx, actor, {
    action: 'users.create',
    target: user.user_id,
    as: username,
    details: { username, ...access, provider: provider.id, subject },
  });
  return user;
};
