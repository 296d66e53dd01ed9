import type { User, UserSummary } from '@codemetrics/contracts';
import type { UserRow } from '@codemetrics/database';

export const toUserSummary = (row: UserRow): UserSummary => ({
  userId: row.user_id,
  username: row.username,
  displayName: row.display_name,
  role: row.role,
});

export const toUser = (row: UserRow): User => ({
  ...toUserSummary(row),
  workloads: row.workloads,
  disabled: row.disabled,
  created: row.created_at.toISOString(),
  lastSignIn: row.last_sign_in_at?.toISOString() ?? null,
});
