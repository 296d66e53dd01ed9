import { z } from 'zod';
import { defineOperation } from '../common/operation.ts';
import { Scope } from '../common/permissions.ts';

const TOKEN_TYPE = 'urn:ietf:params:oauth:token-type:';

/** Scopes as OAuth writes them. */
const ScopeText = z
  .string()
  .trim()
  .max(500)
  .refine((text) => text.split(/ +/).every((word) => Scope.safeParse(word).success), {
    error: 'must be scopes with blanks between them',
  });

/** RFC 8693, with its names of fields. */
export const exchangeToken = defineOperation({
  id: 'exchangeToken',
  kind: 'mutation',
  method: 'POST',
  path: '/tokens/exchange',
  tag: 'Service tokens',
  summary: 'Trade the token of a CI job for a service token of at most 15 minutes (RFC 8693)',
  description:
    'The token must fit exactly one of the CI identities. Whatever is wrong with it, the answer is the same; the audit log tells why.',
  access: 'public',
  input: z.strictObject({
    grant_type: z.literal('urn:ietf:params:oauth:grant-type:token-exchange'),
    subject_token: z.string().min(1).max(65_536).describe('The token of the CI system, at most 16 KiB.'),
    subject_token_type: z.enum([`${TOKEN_TYPE}jwt`, `${TOKEN_TYPE}id_token`]),
    requested_token_type: z.literal(`${TOKEN_TYPE}access_token`).optional(),
    scope: ScopeText.optional().describe('Fewer scopes than the CI identity has, blanks between them.'),
  }),
  output: z.object({
    access_token: z.string(),
    issued_token_type: z.literal(`${TOKEN_TYPE}access_token`),
    token_type: z.literal('Bearer'),
    expires_in: z.int().describe('Seconds.'),
    scope: z.string(),
  }),
  status: 200,
  problems: ['ci-token-refused', 'grant-exceeds-maker'],
  rest: { form: true },
  example: {
    input: {
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: 'eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl',
      subject_token_type: `${TOKEN_TYPE}jwt`,
    },
  },
});
