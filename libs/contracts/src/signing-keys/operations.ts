import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { TimestampOut } from '../common/time.ts';

const tag = 'Signing keys';

/** The name of a key, as it stands in the header of the tokens that it signed. */
const Kid = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, { error: 'must be 1 to 64 of A-Z a-z 0-9 _ -' });
const Algorithm = z.enum(['HS256', 'EdDSA']);

/** What a key is for. Its secret is never told. */
export const SigningKey = z
  .object({
    kid: z.string(),
    alg: Algorithm,
    state: z
      .enum(['verifying', 'signing', 'ended'])
      .describe('`signing`: signs and verifies; `verifying`: verifies; `ended`: what it signed is refused.'),
    created: TimestampOut,
    activated: TimestampOut.nullable(),
    ended: TimestampOut.nullable(),
    held: z.boolean().describe('Whether the server that answers holds its secret.'),
    activeTokens: z.int().describe('Service tokens that would die with it.'),
  })
  .meta({ id: 'SigningKey' });
export type SigningKey = z.output<typeof SigningKey>;

export const listSigningKeys = defineOperation({
  id: 'listSigningKeys',
  kind: 'query',
  method: 'GET',
  path: '/keys',
  tag,
  summary: 'List the signing keys, oldest first',
  access: 'keys:manage',
  input: z.strictObject({}),
  output: z.object({ keys: z.array(SigningKey) }),
  status: 200,
  problems: [],
});

export const rotateSigningKey = defineOperation({
  id: 'rotateSigningKey',
  kind: 'mutation',
  method: 'POST',
  path: '/keys/rotate',
  tag,
  summary: 'Sign with another key from now on; what was signed before stays good',
  description:
    'Makes a new key in the key file, or takes the one that `kid` names, which every server must hold already. No token becomes invalid: end the old key once its tokens are replaced.',
  access: 'keys:manage',
  input: z
    .strictObject({ alg: Algorithm.optional(), kid: Kid.optional() })
    .refine((input) => input.alg === undefined || input.kid === undefined, {
      error: 'a key that exists has its algorithm already; give either alg or kid',
      path: ['alg'],
    }),
  output: SigningKey,
  status: 201,
  problems: ['not-found', 'state-conflict'],
  example: { input: { alg: 'HS256' } },
});

export const endSigningKey = defineOperation({
  id: 'endSigningKey',
  kind: 'mutation',
  method: 'POST',
  path: '/keys/{kid}/end',
  tag,
  summary: 'End a key: every token that it signed is refused from the moment of the answer',
  access: 'keys:manage',
  input: z.strictObject({ kid: Kid }),
  output: SigningKey,
  status: 200,
  problems: ['not-found', 'state-conflict'],
  example: { input: {} },
});
