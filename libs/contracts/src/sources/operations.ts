import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { line } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

const tag = 'Sources';

/** The providers whose events are read. */
export const SourceId = z.enum(['github']);
export type SourceId = z.output<typeof SourceId>;

export const Source = z
  .object({
    source: SourceId,
    configured: z.boolean(),
    webhookPath: z.string(),
    updated: TimestampOut.nullable(),
    deliveries: z.object({ stored: z.int(), ignored: z.int(), unmatched: z.int() }),
    lastDelivery: TimestampOut.nullable(),
  })
  .meta({ id: 'Source' });

export const listSources = defineOperation({
  id: 'listSources',
  kind: 'query',
  method: 'GET',
  path: '/sources',
  tag,
  summary: 'List the sources with their state',
  access: 'sources:manage',
  input: z.strictObject({}),
  output: z.object({ sources: z.array(Source) }),
  status: 200,
  problems: [],
});

/** Taken as it is, blanks at its ends too: the sender signs with every character of it. */
const Secret = z
  .string()
  .min(16)
  .max(500)
  .refine((secret) => secret.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(secret), {
    error: 'must not contain control characters',
  });

export const configureSource = defineOperation({
  id: 'configureSource',
  kind: 'mutation',
  method: 'PUT',
  path: '/sources/{source}',
  tag,
  summary: 'Set the webhook secret of a source; it is kept sealed and never shown',
  access: 'sources:manage',
  input: z.strictObject({ source: SourceId, secret: Secret }),
  output: Source,
  status: 200,
  problems: [],
  example: { input: { secret: 'a-long-random-webhook-secret' } },
});

export const receiveGithubWebhook = defineOperation({
  id: 'receiveGithubWebhook',
  kind: 'mutation',
  method: 'POST',
  path: '/webhooks/github',
  tag,
  summary: 'Receive a GitHub webhook',
  description:
    'Verified by `X-Hub-Signature-256`. Read: `workflow_run`, `deployment_status`, `pull_request`, `push`; others are acknowledged and counted. A delivery id seen before changes nothing. Rows go to every workload that lists the repository.',
  access: 'signature',
  input: z.strictObject({
    event: line(100),
    deliveryId: line(100),
    // Without one it is refused as a wrong one is, not as a missing field.
    signature: line(200, 0).default(''),
    body: z.string().max(25 * 1024 * 1024),
  }),
  output: z.object({
    outcome: z.enum(['stored', 'ignored', 'unmatched', 'duplicate']),
    event: z.string(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
  }),
  status: 202,
  problems: ['signature-invalid', 'malformed-body'],
  rest: {
    rawBody: { field: 'body', mediaTypes: ['application/json'], limitBytes: 25 * 1024 * 1024, stream: false },
    headers: { event: 'x-github-event', deliveryId: 'x-github-delivery', signature: 'x-hub-signature-256' },
  },
  example: { input: { body: '{"zen":"Keep it logically awesome."}' } },
});
