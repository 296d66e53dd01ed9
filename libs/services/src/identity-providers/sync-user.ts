import type { Executor, UserRow } from '@codemetrics/database';
import { endSessionsOf, findUser, holdUser, lockAdministrators, updateUser } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import type { Deps } from '../deps.ts';
import type { Refused } from './refused.ts';
import type { IdentityProvider } from './identity-provider.ts';
import type { Access, UserOfClaims } from './to-user-of-claims.ts';

/** What is left to a person whose groups have no role any more: nothing, for their service tokens too. */
const NOTHING: Access = { role: 'viewer', workloads: [] };

const isSame = (user: UserRow, next: Access & { readonly displayName: string }): boolean =>
  user.role === next.role &&
  user.display_name === next.displayName &&
  JSON.stringify(user.workloads?.toSorted()) === JSON.stringify(next.workloads?.toSorted());

/** Locked in the order that every change of a user keeps: the administrators first, then the one. */
const hold = async (tx: Executor, userId: string, access: Access) => {
  const mayDemote = access.role !== 'admin' && (await findUser(tx, userId))?.role === 'admin';
  const administrators = mayDemote ? await lockAdministrators(tx) : [];
  const user = await holdUser(tx, userId);
  const isLast =
    user?.role === 'admin' &&
    access.role !== 'admin' &&
    !administrators.some((one) => one.user_id !== userId);
  return { user, isLast };
};

/**
 * Brings a user up to date with the claims, and says whether they may sign in. Who has no role any more loses every
 * right and session; only the last administrator keeps theirs.
 */
export const syncUser = async (
  deps: Deps,
  tx: Executor,
  actor: Actor,
  provider: IdentityProvider,
  told: UserOfClaims,
  userId: string,
): Promise<UserRow | Refused> => {
  const wanted = told.access ?? NOTHING;
  const { user, isLast } = await hold(tx, userId, provider.sync ? wanted : { ...wanted, role: 'admin' });
  if (!user || user.disabled) return { refused: 'account-disabled', username: user?.username ?? null };
  const refused: Refused | undefined = told.access
    ? undefined
    : { refused: 'no-role', username: user.username };
  if (!provider.sync) return refused ?? user;
  const audit = { action: 'users.update', target: userId, as: user.username };
  const source = { provider: provider.id, subject: told.subject };
  if (isLast)
    await recordAudit(deps, tx, actor, {
      ...audit,
      outcome: 'denied',
      details: { ...wanted, ...source, reason: 'last-administrator' },
    });
  const access = isLast ? user : wanted;
  const next = {
    role: access.role,
    workloads: access.workloads,
    displayName: told.displayName ?? user.display_name,
  };
  if (refused && !isLast) await endSessionsOf(tx, userId, deps.now());
  if (isSame(user, next)) return refused ?? user;
  const updated = await updateUser(tx, userId, {
    role: next.role,
    workloads: next.workloads && [...next.workloads],
    display_name: next.displayName,
  });
  await recordAudit(deps, tx, actor, { ...audit, details: { ...next, ...source } });
  return refused ?? updated;
};
