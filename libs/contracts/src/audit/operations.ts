import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { line } from '../common/text.ts';
import { DateOrTimestamp, TimestampOut } from '../common/time.ts';

/** One entry of the audit log. `hash` covers the entry and `previousHash`, so that a gap or a change shows. */
export const AuditEntry = z
  .object({
    sequence: z.int(),
    time: TimestampOut,
    actor: z.string(),
    actorKind: z.enum(['session', 'service', 'anonymous', 'system']),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    action: z.string(),
    target: z.string().nullable(),
    outcome: z.enum(['success', 'denied', 'failure']),
    details: z.record(z.string(), z.unknown()),
    previousHash: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof AuditEntry>;

export const listAudit = defineOperation({
  id: 'listAudit',
  kind: 'query',
  method: 'GET',
  path: '/audit',
  tag: 'Audit',
  summary: 'Read the audit log, newest first',
  description:
    'With `Accept: application/x-ndjson` every entry that the filter takes, one a line; `limit` is not used then. `codemetrics audit verify` checks the chain of hashes.',
  access: 'audit:read',
  input: z.strictObject({
    ...pageInput,
    action: line(100).optional(),
    actor: line(200).optional(),
    target: line(300).optional(),
    outcome: z.enum(['success', 'denied', 'failure']).optional(),
    start: DateOrTimestamp.optional(),
    end: DateOrTimestamp.optional(),
  }),
  output: z.object({
    entries: z.array(AuditEntry),
    nextCursor,
    head: z
      .object({ sequence: z.int(), hash: z.string() })
      .describe('The newest entry of the whole log, to verify the chain against.'),
  }),
  status: 200,
  problems: ['invalid-cursor'],
  rest: { ndjson: 'entries' },
});
