import { DomainError } from '@codemetrics/contracts';
import type { Executor, UserRow } from '@codemetrics/database';
import { holdUser as holdRow } from '@codemetrics/database';

/**
 * A user whom nobody disables or deletes before the transaction ends. Whatever gives a credential takes it first: else
 * one made while its user is being disabled would outlive that, and come to life when they are enabled again.
 */
export const holdUser = async (tx: Executor, userId: string): Promise<UserRow> => {
  const user = await holdRow(tx, userId);
  if (!user || user.disabled) throw new DomainError('credential-revoked');
  return user;
};
