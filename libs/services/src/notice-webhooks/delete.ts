import { deleteNoticeWebhook as deleteRow } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { noSuchWebhook } from './to-notice-webhook.ts';

export const deleteNoticeWebhook: Verb<'noticeWebhooks', 'delete'> = (deps, actor, input) =>
  inTransaction(deps, async (tx) => {
    if (!(await deleteRow(tx, input.webhookId))) throw noSuchWebhook(input.webhookId);
    await recordAudit(deps, tx, actor, { action: 'noticeWebhooks.delete', target: input.webhookId });
    return null;
  });
