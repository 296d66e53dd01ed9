import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { line } from '../common/text.ts';
import { DateOrTimestamp, TimestampOut } from '../common/time.ts';
import { KeptOutcome, SourceId } from './operations.ts';

const tag = 'Sources';
const byId = { source: SourceId, deliveryId: line(200) };

/** How much of a delivery's body is shown, in characters. */
export const MAX_SHOWN_BODY = 262_144;

/** A delivery as it came, and what became of it when it was last mapped. */
export const SourceDelivery = z
  .object({
    deliveryId: z.string(),
    event: z.string(),
    received: TimestampOut,
    outcome: KeptOutcome,
    failure: z.string().nullable().describe('Why it could not be mapped; null where it could.'),
    bodyBytes: z.int(),
  })
  .meta({ id: 'SourceDelivery' });
export type SourceDelivery = z.output<typeof SourceDelivery>;

/** A delivery with what was sent; never with a header that holds a secret. */
export const RawDelivery = SourceDelivery.extend({
  headers: z
    .record(z.string(), z.string())
    .describe('Those that tell what it is; none with a secret is kept.'),
  body: z.string().describe(`Its first ${MAX_SHOWN_BODY} characters.`),
  truncated: z.boolean().describe('Whether the body goes on.'),
}).meta({ id: 'RawDelivery' });
export type RawDelivery = z.output<typeof RawDelivery>;

export const listDeliveries = defineOperation({
  id: 'listDeliveries',
  kind: 'query',
  method: 'GET',
  path: '/sources/{source}/deliveries',
  tag,
  summary: 'List the deliveries of a source, newest first',
  access: 'sources:manage',
  input: z.strictObject({
    source: SourceId,
    ...pageInput,
    outcome: KeptOutcome.optional(),
    event: line(100).optional().describe('The provider’s own name of it, such as `push`.'),
    start: DateOrTimestamp.optional(),
    end: DateOrTimestamp.optional(),
  }),
  output: z.object({ deliveries: z.array(SourceDelivery), nextCursor }),
  status: 200,
  problems: ['invalid-cursor'],
});

export const getDelivery = defineOperation({
  id: 'getDelivery',
  kind: 'query',
  method: 'GET',
  path: '/sources/{source}/deliveries/{deliveryId}',
  tag,
  summary: 'Read a delivery as it came',
  access: 'sources:manage',
  input: z.strictObject(byId),
  output: RawDelivery,
  status: 200,
  problems: ['not-found'],
});

export const replayDelivery = defineOperation({
  id: 'replayDelivery',
  kind: 'mutation',
  method: 'POST',
  path: '/sources/{source}/deliveries/{deliveryId}/replay',
  tag,
  summary: 'Map one delivery anew',
  description: 'Rows that were stored before and differ are updated; nothing is deleted.',
  access: 'sources:manage',
  input: z.strictObject(byId),
  output: z.object({
    outcome: KeptOutcome,
    failure: z.string().nullable(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
  }),
  status: 200,
  problems: ['not-found'],
  example: { input: {} },
});
