import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { nextCursor, pageInput } from '../common/pagination.ts';
import { TimestampOut } from '../common/time.ts';

const tag = 'Notices';

/** What a notice tells of. */
export const NoticeKind = z.enum(['token-expiring', 'token-unused', 'token-new-network']);
export type NoticeKind = z.output<typeof NoticeKind>;

/** Something about a service token that its owner should know; the fields after `dismissed` depend on the kind. */
export const Notice = z
  .object({
    noticeId: z.string(),
    kind: NoticeKind,
    tokenId: z.string(),
    sub: z.string().describe('The subject of the token.'),
    owner: z.string().describe('User name of whoever the token acts for.'),
    created: TimestampOut,
    dismissed: TimestampOut.nullable(),
    days: z
      .int()
      .nullable()
      .describe('`token-expiring`: ends within so many days. `token-unused`: not used for so many.'),
    expires: TimestampOut.nullable().describe('`token-expiring`: when the token ends.'),
    lastUsed: TimestampOut.nullable().describe('`token-unused`: null where it was never used.'),
    network: z.string().nullable().describe('`token-new-network`: a /24 of IPv4 or a /48 of IPv6.'),
    address: z.string().nullable().describe('`token-new-network`: the first address of it.'),
  })
  .meta({ id: 'Notice' });
export type Notice = z.output<typeof Notice>;

export const listNotices = defineOperation({
  id: 'listNotices',
  kind: 'query',
  method: 'GET',
  path: '/notices',
  tag,
  summary: 'List the notices of your service tokens, newest first',
  description:
    'Administrators see all, others those of their own tokens. Left out is what no longer matters: a token that has ended or was used again, a threshold that a tighter one followed.',
  access: 'tokens:manage',
  input: z.strictObject({
    ...pageInput,
    include: z
      .enum(['dismissed'])
      .optional()
      .describe('`dismissed` adds the dismissed ones and those that no longer matter.'),
  }),
  output: z.object({ notices: z.array(Notice), nextCursor }),
  status: 200,
  problems: ['invalid-cursor'],
});

export const dismissNotice = defineOperation({
  id: 'dismissNotice',
  kind: 'mutation',
  method: 'POST',
  path: '/notices/{noticeId}/dismiss',
  tag,
  summary: 'Dismiss a notice, for everyone who sees it',
  access: 'tokens:manage',
  input: z.strictObject({ noticeId: z.uuid() }),
  output: z.null(),
  status: 204,
  problems: ['not-found'],
  example: { input: {} },
});
