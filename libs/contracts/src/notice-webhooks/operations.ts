import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { HttpUrl } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

const tag = 'Notices';
const byId = { webhookId: z.uuid() };

/** The most endpoints at a time. */
export const MAX_NOTICE_WEBHOOKS = 20;

/** An endpoint that every notice is sent to. Its secret is never shown again. */
export const NoticeWebhook = z
  .object({
    webhookId: z.string(),
    url: z.string(),
    createdBy: z.string().nullable().describe('null: that user was deleted.'),
    created: TimestampOut,
    disabled: TimestampOut.nullable().describe('Set once the endpoint has answered 410.'),
    lastSuccess: TimestampOut.nullable(),
    lastFailure: z.string().nullable().describe('Why the last attempt failed; null where it went well.'),
    deliveries: z.object({ waiting: z.int(), delivered: z.int(), givenUp: z.int() }),
  })
  .meta({ id: 'NoticeWebhook' });
export type NoticeWebhook = z.output<typeof NoticeWebhook>;

export const listNoticeWebhooks = defineOperation({
  id: 'listNoticeWebhooks',
  kind: 'query',
  method: 'GET',
  path: '/notice-webhooks',
  tag,
  summary: 'List the endpoints that notices are sent to',
  access: 'users:manage',
  input: z.strictObject({}),
  output: z.object({ webhooks: z.array(NoticeWebhook) }),
  status: 200,
  problems: [],
});

export const createNoticeWebhook = defineOperation({
  id: 'createNoticeWebhook',
  kind: 'mutation',
  method: 'POST',
  path: '/notice-webhooks',
  tag,
  summary: 'Send every notice to an endpoint; the secret that signs them is shown this once',
  description:
    'Notices come as Standard Webhooks. Private networks and plain http only where `OUTBOUND_ALLOWED` names the network.',
  access: 'users:manage',
  input: z.strictObject({ url: HttpUrl.describe('Where to send them, by POST.') }),
  output: NoticeWebhook.extend({ secret: z.string().describe('`whsec_…`') }).meta({
    id: 'CreatedNoticeWebhook',
  }),
  status: 201,
  problems: ['url-forbidden', 'state-conflict'],
  example: { input: { url: 'https://hooks.example/codemetrics' } },
});

export const deleteNoticeWebhook = defineOperation({
  id: 'deleteNoticeWebhook',
  kind: 'mutation',
  method: 'DELETE',
  path: '/notice-webhooks/{webhookId}',
  tag,
  summary: 'Stop sending notices to an endpoint',
  access: 'users:manage',
  input: z.strictObject(byId),
  output: z.null(),
  status: 204,
  problems: ['not-found'],
});

export const testNoticeWebhook = defineOperation({
  id: 'testNoticeWebhook',
  kind: 'mutation',
  method: 'POST',
  path: '/notice-webhooks/{webhookId}/test',
  tag,
  summary: 'Send a `test` event to an endpoint at once, and tell what it answered',
  access: 'users:manage',
  input: z.strictObject(byId),
  output: z.object({
    delivered: z.boolean().describe('Whether it answered 2xx.'),
    status: z.int().nullable().describe('null: there was no answer.'),
    failure: z.string().nullable(),
  }),
  status: 200,
  problems: ['not-found'],
  example: { input: {} },
});
