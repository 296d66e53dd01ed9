import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { Scope } from '../common/permissions.ts';
import { HttpUrl, line, WorkloadId } from '../common/text.ts';
import { TimestampOut } from '../common/time.ts';

const tag = 'CI identities';

/** The most trusts at a time, and so the most issuers whose keys are ever fetched. */
export const MAX_CI_IDENTITIES = 200;

/** The longest life of a token that a CI job gets. */
export const MAX_CI_TOKEN_SECONDS = 900;

/** Bound by fields of their own, or different in each token. */
const NO_CLAIMS: readonly string[] = ['iss', 'aud', 'exp', 'iat', 'nbf', 'jti'];

const ClaimName = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.:/-]{0,99}$/, { error: 'must be the name of a claim' })
  .refine((name) => !NO_CLAIMS.includes(name), { error: `can’t be one of ${NO_CLAIMS.join(', ')}` });

const Claims = z
  .record(ClaimName, line(300))
  .refine((claims) => Object.keys(claims).length >= 1, { error: 'must bind at least one claim' })
  .refine((claims) => Object.keys(claims).length <= 20, { error: 'must be at most 20 claims' })
  .describe('Claim by claim the text that the token must have; `*` stands for any characters.');

const limits = {
  scopes: z.array(Scope),
  workloads: z.array(z.string()).nullable().describe('null: all workloads.'),
};

/** Whose tokens of a CI system are traded for service tokens. */
export const CiIdentity = z
  .object({
    identityId: z.string(),
    name: z.string(),
    issuer: z.string(),
    audience: z.string(),
    claims: z.record(z.string(), z.string()),
    ...limits,
    lifetimeSeconds: z.int(),
    createdBy: z.string(),
    created: TimestampOut,
    lastUsed: TimestampOut.nullable(),
    useCount: z.int(),
  })
  .meta({ id: 'CiIdentity' });
export type CiIdentity = z.output<typeof CiIdentity>;

export const listCiIdentities = defineOperation({
  id: 'listCiIdentities',
  kind: 'query',
  method: 'GET',
  path: '/ci-identities',
  tag,
  summary: 'List whose CI tokens are traded for service tokens, by name',
  description: 'Administrators see all, others their own.',
  access: 'tokens:manage',
  input: z.strictObject({}),
  output: z.object({ identities: z.array(CiIdentity) }),
  status: 200,
  problems: [],
});

export const createCiIdentity = defineOperation({
  id: 'createCiIdentity',
  kind: 'mutation',
  method: 'POST',
  path: '/ci-identities',
  tag,
  summary: 'Trust the tokens of a CI system, so that its jobs need no stored secret',
  description:
    'Takes `users:manage` too. A token must be of the issuer and the audience and have every claim that is bound. At an issuer that serves everybody, such as GitHub Actions or gitlab.com, a claim must name the owner.',
  access: 'tokens:manage',
  input: z.strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, {
        error: 'must be 1 to 63 lower-case letters, digits or dashes, beginning with a letter or digit',
      })
      .describe('Stands in the subject of the tokens.'),
    issuer: HttpUrl.refine((value) => !/[?#]/.test(value), { error: 'must have no query and no fragment' })
      .refine((value) => /^[\u0021-\u007e]+$/.test(value), { error: 'must be ASCII' })
      .describe('Exactly as the claim `iss` has it.'),
    audience: line(200).describe('What the job asks its token for; a name of this server’s own is best.'),
    claims: Claims,
    scopes: z.array(Scope).min(1).max(20),
    workloads: z.array(WorkloadId).min(1).max(1000).optional(),
    lifetimeSeconds: z.int().min(60).max(MAX_CI_TOKEN_SECONDS).default(MAX_CI_TOKEN_SECONDS),
  }),
  output: CiIdentity,
  status: 201,
  problems: [
    'grant-exceeds-maker',
    'workload-not-found',
    'workload-forbidden',
    'url-forbidden',
    'conflict',
    'state-conflict',
  ],
  example: {
    input: {
      name: 'shop-api-main',
      issuer: 'https://token.actions.githubusercontent.com',
      audience: 'https://codemetrics.example.com',
      claims: { repository: 'acme/shop-api', ref: 'refs/heads/main' },
      scopes: ['data:write'],
    },
  },
});

export const deleteCiIdentity = defineOperation({
  id: 'deleteCiIdentity',
  kind: 'mutation',
  method: 'DELETE',
  path: '/ci-identities/{identityId}',
  tag,
  summary: 'End a trust; the tokens that it gave are refused from the moment of the answer',
  access: 'tokens:manage',
  input: z.strictObject({ identityId: z.uuid() }),
  output: z.null(),
  status: 204,
  problems: ['not-found'],
});
