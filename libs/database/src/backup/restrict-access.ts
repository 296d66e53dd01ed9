import type { Transaction } from 'kysely';
import type { Database } from '../tables/index.ts';
import type { ReplacedAccess } from './replaced-access.ts';
import { isSameInstallation } from './replaced-access.ts';
import type { RestrictedCredentials } from './restrict-credentials.ts';
import { restrictCredentials } from './restrict-credentials.ts';
import { restrictKeys } from './restrict-keys.ts';
import type { RestrictedLinks } from './restrict-links.ts';
import { giveUpDeliveries, restrictLinks } from './restrict-links.ts';
import type { RestrictedUsers } from './restrict-users.ts';
import { requireAdministrator, restrictUsers } from './restrict-users.ts';

/** What was taken back since the backup was taken, as the replaced database told. */
export interface TakenBack extends RestrictedUsers, RestrictedLinks {
  readonly keysEnded: readonly string[];
}

export interface RestrictedAccess extends RestrictedCredentials {
  /** null: nothing was replaced, or another installation, so nothing is known. */
  readonly takenBack: TakenBack | null;
  readonly deliveriesGivenUp: number;
}

/** A restore gives nobody back what was taken from them. */
export const restrictAccess = async (
  tx: Transaction<Database>,
  replaced: ReplacedAccess | null,
  { keepTokens, now }: { readonly keepTokens: boolean; readonly now: Date },
): Promise<RestrictedAccess> => {
  let takenBack: TakenBack | null = null;
  if (replaced !== null && (await isSameInstallation(tx, replaced))) {
    const users = await restrictUsers(tx);
    await requireAdministrator(tx);
    takenBack = { ...users, ...(await restrictLinks(tx, now)), keysEnded: await restrictKeys(tx) };
  }
  const kept = takenBack !== null ? 'replaced' : keepTokens ? 'all' : 'none';
  return {
    takenBack,
    deliveriesGivenUp: await giveUpDeliveries(tx, now),
    ...(await restrictCredentials(tx, kept, now)),
  };
};
