import { listNoticeWebhooks as listRows } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { toNoticeWebhook } from './to-notice-webhook.ts';

export const listNoticeWebhooks: Verb<'noticeWebhooks', 'list'> = async (deps) => ({
  webhooks: (await listRows(deps.db)).map(toNoticeWebhook),
});
