import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Executor } from '../connect/connect.ts';
import type { NoticesTable } from '../tables/notices.ts';

/** A notice with its token's subject and owner. */
export type NoticeRow = Selectable<NoticesTable> & { readonly subject: string; readonly owner: string };

const select = (db: Executor) =>
  db
    .selectFrom('notices as n')
    .innerJoin('service_tokens as t', 't.token_id', 'n.token_id')
    .innerJoin('users as u', 'u.user_id', 'n.user_id')
    .selectAll('n')
    .select(['t.subject', 'u.username as owner']);

/** What still matters: a new network always; else only where the token lives and nothing newer was told or done. */
const matters = (now: Date) => sql<boolean>`(n.kind = 'token-new-network' or (
  t.revoked_at is null and least(t.expires_at, t.ends_at) > ${now}
  and not (n.kind = 'token-unused' and coalesce(t.last_used_at, t.created_at) > n.created_at)
  and not exists (select from notices later
    where later.token_id = n.token_id and later.kind = n.kind and later.created_at > n.created_at)))`;

/** Newest first, of one user's tokens or of all; `mattersAt` leaves out what is dismissed or over at that time. */
export const listNotices = (
  db: Executor,
  filter: {
    readonly userId?: string | undefined;
    readonly mattersAt?: Date | undefined;
    readonly before?: { readonly createdAt: Date; readonly noticeId: string } | undefined;
    readonly limit: number;
  },
): Promise<NoticeRow[]> => {
  let query = select(db).orderBy('n.created_at', 'desc').orderBy('n.notice_id', 'desc').limit(filter.limit);
  const { userId, mattersAt, before } = filter;
  if (userId !== undefined) query = query.where('n.user_id', '=', userId);
  if (mattersAt) query = query.where('n.dismissed_at', 'is', null).where(matters(mattersAt));
  if (before)
    query = query.where(
      sql<boolean>`(n.created_at, n.notice_id) < (${before.createdAt}, ${before.noticeId}::uuid)`,
    );
  return query.execute();
};

/** One notice, whoever's it is. */
export const findNotice = (db: Executor, noticeId: string): Promise<NoticeRow | undefined> =>
  select(db).where('n.notice_id', '=', noticeId).executeTakeFirst();

/**
 * Dismisses a notice.
 * @returns whether it was not dismissed before
 */
export const dismissNotice = async (db: Executor, noticeId: string, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('notices')
    .set({ dismissed_at: now })
    .where('notice_id', '=', noticeId)
    .where('dismissed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0;
};

/** Deletes notices of before a time, with what is left of their deliveries. */
export const deleteOldNotices = async (db: Executor, before: Date): Promise<void> => {
  await db.deleteFrom('notices').where('created_at', '<', before).execute();
};
