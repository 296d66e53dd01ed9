import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { Scope } from '../common/permissions.ts';
import { line, paragraph, WorkloadId } from '../common/text.ts';
import { Timestamp, TimestampOut } from '../common/time.ts';

const tag = 'Service tokens';

/** A lifetime such as `90d`, `12h`, `1y` or a number of seconds; parsed by the server. */
const Duration = z
  .union([z.string().trim().min(1).max(20), z.int().min(0)])
  .describe('`90d`, `12h`, `1y`, or seconds.');
const TokenId = z.string().min(1).max(64).describe('The `jti` of the token.');

const limits = {
  scopes: z.array(Scope),
  workloads: z.array(z.string()).nullable().describe('null: all workloads.'),
};

/** A token just made. `accessToken` is shown this once and stored nowhere. */
export const IssuedToken = z
  .object({
    accessToken: z.string(),
    tokenId: z.string(),
    sub: z.string(),
    created: TimestampOut,
    expires: TimestampOut,
    ...limits,
  })
  .meta({ id: 'IssuedToken' });
export type IssuedToken = z.output<typeof IssuedToken>;

/** What is known of a token, without its value. */
export const ServiceToken = z
  .object({
    tokenId: z.string(),
    created: TimestampOut,
    expires: TimestampOut,
    sub: z.string(),
    createdBy: z.string(),
    ...limits,
    allowedCidrs: z.array(z.string()).nullable(),
    description: z.string().nullable(),
    lastUsed: TimestampOut.nullable(),
    lastUsedFrom: z.string().nullable(),
    useCount: z.int(),
    rotatedFrom: z.string().nullable(),
    status: z.enum(['active', 'revoked', 'expired']).optional(),
  })
  .meta({ id: 'ServiceToken' });
export type ServiceToken = z.output<typeof ServiceToken>;

export const createToken = defineOperation({
  id: 'createToken',
  kind: 'mutation',
  method: 'POST',
  path: '/tokens',
  tag,
  summary: 'Create a service token; its value is shown this once',
  access: 'tokens:manage',
  input: z
    .strictObject({
      subject: line(200).describe('The name of the service that will use it.'),
      ttl: Duration.optional(),
      expires: Timestamp.optional(),
      scopes: z.array(Scope).min(1).max(20).optional(),
      workloads: z.array(WorkloadId).min(1).max(1000).optional(),
      allowedCidrs: z.array(line(64)).min(1).max(50).optional(),
      description: paragraph(1000).optional(),
    })
    .refine((input) => input.ttl === undefined || input.expires === undefined, {
      error: 'give either ttl or expires, not both',
      path: ['ttl'],
    }),
  output: IssuedToken,
  status: 201,
  problems: ['grant-exceeds-maker', 'workload-not-found', 'workload-forbidden'],
  example: { input: { subject: 'your-service-name' } },
});

export const listTokens = defineOperation({
  id: 'listTokens',
  kind: 'query',
  method: 'GET',
  path: '/tokens',
  tag,
  summary: 'List the active service tokens, newest first',
  description: 'Administrators see all, others their own. A bare array without values.',
  access: 'tokens:manage',
  input: z.strictObject({
    include: z.enum(['inactive']).optional().describe('`inactive` adds the revoked and the expired.'),
  }),
  output: z.array(ServiceToken),
  status: 200,
  problems: [],
});

export const revokeToken = defineOperation({
  id: 'revokeToken',
  kind: 'mutation',
  method: 'DELETE',
  path: '/tokens/{tokenId}',
  tag,
  summary: 'Revoke a service token; it is refused from the moment of the answer',
  access: 'tokens:manage',
  input: z.strictObject({ tokenId: TokenId }),
  output: z.null(),
  status: 204,
  problems: ['not-found'],
});

const gracePeriod = Duration.optional().describe(
  'How long the old token stays good: default `24h`, at most `30d`, `0` ends it now.',
);

export const rotateToken = defineOperation({
  id: 'rotateToken',
  kind: 'mutation',
  method: 'POST',
  path: '/tokens/{tokenId}/rotate',
  tag,
  summary: 'Replace a service token; the old one ends after the grace period',
  access: 'tokens:manage',
  input: z.strictObject({ tokenId: TokenId, gracePeriod }),
  output: IssuedToken,
  status: 201,
  problems: ['not-found', 'state-conflict', 'grant-exceeds-maker'],
  example: { input: { gracePeriod: '24h' } },
});

export const rotateOwnToken = defineOperation({
  id: 'rotateOwnToken',
  kind: 'mutation',
  method: 'POST',
  path: '/tokens/self/rotate',
  tag,
  summary: 'A service token replaces itself',
  access: 'service',
  input: z.strictObject({ gracePeriod }),
  output: IssuedToken,
  status: 201,
  problems: ['service-token-required', 'state-conflict'],
  example: { input: { gracePeriod: '1h' } },
});

export const getTokenUsage = defineOperation({
  id: 'getTokenUsage',
  kind: 'query',
  method: 'GET',
  path: '/tokens/{tokenId}/usage',
  tag,
  summary: 'How a service token is used: calls by day and operation, at most a minute late',
  access: 'tokens:manage',
  input: z.strictObject({ tokenId: TokenId, days: z.int().min(1).max(366).default(30) }),
  output: z.object({
    tokenId: z.string(),
    lastUsed: TimestampOut.nullable(),
    lastUsedFrom: z.string().nullable(),
    lastUserAgent: z.string().nullable(),
    useCount: z.int(),
    failureCount: z.int(),
    days: z.array(z.object({ date: z.string(), operation: z.string(), calls: z.int(), failures: z.int() })),
    networks: z
      .array(z.object({ network: z.string(), firstSeen: TimestampOut }))
      .describe('The networks that it was used from, the latest first; at most 50.'),
  }),
  status: 200,
  problems: ['not-found'],
});

export const getDailyTokenUsage = defineOperation({
  id: 'getDailyTokenUsage',
  kind: 'query',
  method: 'GET',
  path: '/tokens/usage',
  tag,
  summary: 'How all service tokens that you may see are used: calls by day, at most a minute late',
  description: 'Administrators see all, others their own. Tokens and days without a call are left out.',
  access: 'tokens:manage',
  input: z.strictObject({
    days: z.int().min(1).max(366).default(30).describe('Today, in UTC, is the last one.'),
    include: z.enum(['inactive']).optional().describe('`inactive` adds the revoked and the expired.'),
  }),
  output: z.object({
    start: z.string().describe('The first day, YYYY-MM-DD.'),
    end: z.string().describe('The last day.'),
    tokens: z.array(
      z.object({
        tokenId: z.string(),
        days: z.array(z.object({ date: z.string(), calls: z.int(), failures: z.int() })),
      }),
    ),
  }),
  status: 200,
  problems: [],
});
