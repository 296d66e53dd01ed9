import type { Notice } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor, NoticeRow } from '@codemetrics/database';
import { findNotice } from '@codemetrics/database';
import type { Actor } from '../actor.ts';
import { known } from '../actor.ts';

export const toNotice = (row: NoticeRow): Notice => ({
  noticeId: row.notice_id,
  kind: row.kind,
  tokenId: row.token_id,
  sub: row.subject,
  owner: row.owner,
  created: row.created_at.toISOString(),
  dismissed: row.dismissed_at?.toISOString() ?? null,
  days: row.details.days ?? null,
  expires: row.details.expires ?? null,
  lastUsed: row.details.lastUsed ?? null,
  network: row.details.network ?? null,
  address: row.details.address ?? null,
});

/** A notice that the caller may see: administrators all, others those of their own tokens. Another’s answers like none. */
export const findOwnNotice = async (db: Executor, actor: Actor, noticeId: string): Promise<NoticeRow> => {
  const { role, userId } = known(actor);
  const row = await findNotice(db, noticeId);
  if (!row || (role !== 'admin' && row.user_id !== userId))
    throw new DomainError('not-found', { detail: `There is no notice ${noticeId}.` });
  return row;
};
