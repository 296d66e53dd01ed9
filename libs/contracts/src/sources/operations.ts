import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { line } from '../common/text.ts';
import { Timestamp, TimestampOut } from '../common/time.ts';

const tag = 'Sources';

/** The providers whose events are read. */
export const SourceId = z.enum([
  'github',
  'gitlab',
  'bitbucket',
  'jenkins',
  'azure-devops',
  'circleci',
  'cdevents',
  'opentelemetry',
  'pagerduty',
  'opsgenie',
  'jira',
]);
export type SourceId = z.output<typeof SourceId>;

export const Source = z
  .object({
    source: SourceId,
    configured: z.boolean(),
    webhookPath: z.string(),
    updated: TimestampOut.nullable(),
    deliveries: z
      .object({ stored: z.int(), ignored: z.int(), unmatched: z.int(), failed: z.int() })
      .describe('How many ended so when they were last mapped.'),
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

/** The largest webhook, unpacked. */
export const MAX_WEBHOOK_BYTES = 25 * 1024 * 1024;

/** How a delivery ends: `failed` is one that is read and lacks what its row needs. */
export const KeptOutcome = z.enum(['stored', 'ignored', 'unmatched', 'failed']);
export type KeptOutcome = z.output<typeof KeptOutcome>;

/** How a delivery is answered: `duplicate` is one that was seen before. One that failed is answered with a problem. */
export const DeliveryOutcome = z.enum([...KeptOutcome.exclude(['failed']).options, 'duplicate']);
export type DeliveryOutcome = z.output<typeof DeliveryOutcome>;

export const receiveWebhook = defineOperation({
  id: 'receiveWebhook',
  kind: 'mutation',
  method: 'POST',
  path: '/webhooks/{source}',
  tag,
  summary: 'Receive an event of a provider',
  description:
    'Verified by the provider’s own mechanism, with the secret that is set for the source. An event that is not read is acknowledged and counted. A delivery seen before changes nothing. Rows go to every workload that lists the repository, or the service or project.',
  access: 'signature',
  input: z.strictObject({
    source: SourceId,
    headers: z
      .record(z.string().max(200), z.string().max(16_384))
      .default({})
      .describe('The request’s headers, names in lower case.'),
    body: z.string().max(MAX_WEBHOOK_BYTES),
  }),
  output: z.object({
    outcome: DeliveryOutcome,
    event: z.string(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
  }),
  status: 202,
  problems: ['signature-invalid', 'malformed-body'],
  rest: {
    rawBody: {
      field: 'body',
      mediaTypes: ['application/json', 'application/cloudevents+json', 'application/cdevents+json'],
      limitBytes: MAX_WEBHOOK_BYTES,
      stream: false,
    },
    allHeaders: 'headers',
  },
  example: { input: { body: '{"zen":"Keep it logically awesome."}' } },
});

export const replaySource = defineOperation({
  id: 'replaySource',
  kind: 'mutation',
  method: 'POST',
  path: '/sources/{source}/replay',
  tag,
  summary: 'Map stored deliveries anew, after a mapping was mended or a workload was added',
  description:
    'In the order in which they arrived, by pages: send `after` with the answer’s `nextAfter` until it is null. Rows that were stored before and differ are updated; nothing is deleted.',
  access: 'sources:manage',
  input: z.strictObject({
    source: SourceId,
    start: Timestamp.optional().describe('Deliveries received from then on.'),
    end: Timestamp.optional().describe('Deliveries received before then.'),
    outcome: KeptOutcome.optional().describe('Only those that ended so, such as `unmatched`.'),
    limit: z.int().min(1).max(1000).default(200),
    after: line(200).optional(),
  }),
  output: z.object({
    replayed: z.int(),
    failed: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    nextAfter: z.string().nullable(),
    failures: z
      .array(z.object({ deliveryId: z.string(), event: z.string(), detail: z.string() }))
      .describe('The first 20 that could not be mapped, and why.'),
  }),
  status: 200,
  problems: ['invalid-cursor'],
  example: { input: { outcome: 'unmatched' } },
});
