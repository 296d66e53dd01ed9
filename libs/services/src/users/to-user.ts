import type { User, UserSummary } from '@codemetrics/contracts';
import type { UserRow } from '@codemetrics/database';

export const toUserSummary = (row: UserRow): UserSummary => ({
  userId: row.user_id,
  username: row.username,
  displayName: row.display_name,
  role: row.role,
});

/** A user as administrators see one; `providers` are those that they sign in through. */
export const toUser = (row: UserRow, providers: readonly string[] = []): User => ({
  ...toUserSummary(row),
  workloads: row.workloads,
  disabled: row.disabled,
  created: row.created_at.toISOString(),
  lastSignIn: row.last_sign_in_at?.toISOString() ?? null,
  providers: [...providers],
});
