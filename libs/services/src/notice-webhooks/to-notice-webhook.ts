import type { NoticeWebhook } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor, NoticeWebhookRow } from '@codemetrics/database';
import { findNoticeWebhook } from '@codemetrics/database';

export const toNoticeWebhook = (row: NoticeWebhookRow): NoticeWebhook => ({
  webhookId: row.webhook_id,
  url: row.url,
  createdBy: row.creator,
  created: row.created_at.toISOString(),
  disabled: row.disabled_at?.toISOString() ?? null,
  lastSuccess: row.last_success_at?.toISOString() ?? null,
  lastFailure: row.last_failure,
  deliveries: { waiting: row.waiting, delivered: row.delivered, givenUp: row.given_up },
});

export const noSuchWebhook = (webhookId: string): DomainError =>
  new DomainError('not-found', { detail: `There is no notice webhook ${webhookId}.` });

export const existingNoticeWebhook = async (db: Executor, webhookId: string): Promise<NoticeWebhookRow> => {
  const row = await findNoticeWebhook(db, webhookId);
  if (!row) throw noSuchWebhook(webhookId);
  return row;
};
