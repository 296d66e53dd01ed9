import { noteWebhookAttempt } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { sendEvent } from '../notices/send-event.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { existingNoticeWebhook } from './to-notice-webhook.ts';

export const testNoticeWebhook: Verb<'noticeWebhooks', 'test'> = async (deps, actor, input) => {
  const webhook = await existingNoticeWebhook(deps.db, input.webhookId);
  const data = { webhookId: webhook.webhook_id };
  const { status, failure } = await sendEvent(deps, webhook, {
    id: deps.newId(),
    type: 'test',
    timestamp: deps.now(),
    data,
  });
  await inTransaction(deps, async (tx) => {
    await noteWebhookAttempt(tx, webhook.webhook_id, deps.now(), failure);
    await recordAudit(deps, tx, actor, {
      action: 'noticeWebhooks.test',
      target: webhook.webhook_id,
      outcome: failure === null ? 'success' : 'failure',
      details: { status },
    });
  });
  return { delivered: failure === null, status, failure };
};
