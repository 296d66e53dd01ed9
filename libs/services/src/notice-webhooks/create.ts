import { randomBytes } from 'node:crypto';
import { sealSecret } from '@codemetrics/auth';
import { DomainError, MAX_NOTICE_WEBHOOKS } from '@codemetrics/contracts';
import { countNoticeWebhooks, insertNoticeWebhook } from '@codemetrics/database';
import { person } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { requireCallable } from '../require-callable.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { existingNoticeWebhook, toNoticeWebhook } from './to-notice-webhook.ts';

const SECRET_BYTES = 32;

export const createNoticeWebhook: Verb<'noticeWebhooks', 'create'> = (deps, actor, input) => {
  const { userId } = person(actor);
  requireCallable(deps, input.url, 'url');
  const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
  return inTransaction(deps, async (tx) => {
    if ((await countNoticeWebhooks(tx)) >= MAX_NOTICE_WEBHOOKS)
      throw new DomainError('state-conflict', {
        detail: `There are ${MAX_NOTICE_WEBHOOKS} notice webhooks already; delete one first.`,
      });
    const webhookId = deps.newId();
    await insertNoticeWebhook(tx, {
      webhook_id: webhookId,
      url: input.url,
      sealed_secret: sealSecret(deps.ring, secret),
      created_by: userId,
      created_at: deps.now(),
      disabled_at: null,
      last_success_at: null,
      last_failure: null,
    });
    // The rest of a URL can be a secret of its own.
    const details = { origin: new URL(input.url).origin };
    await recordAudit(deps, tx, actor, { action: 'noticeWebhooks.create', target: webhookId, details });
    return { ...toNoticeWebhook(await existingNoticeWebhook(tx, webhookId)), secret };
  });
};
