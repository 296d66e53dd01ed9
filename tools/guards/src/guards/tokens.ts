import type { Guard } from '../guard.ts';
import { api, edit, unit } from '../shown-by.ts';

/** What keeps a forged token out. */
export const TOKENS: readonly Guard[] = [
  {
    promise: 'tokens: a signature is checked',
    ...edit('libs/auth/src/verify-token.ts', '!genuine || !claims.success', '!claims.success'),
    ...api('jwt-attacks'),
  },
  {
    promise: 'tokens: the algorithm is the key’s own, never the token’s',
    edits: [
      {
        file: 'libs/auth/src/verify-token.ts',
        find: 'if (parts.alg !== verifying.alg) return null;',
        replace: '',
      },
      {
        file: 'libs/auth/src/verify-token.ts',
        find: 'compactVerify(token, verifying.key, { algorithms: [verifying.alg] })',
        replace:
          "compactVerify(token, parts.alg === 'HS256' && verifying.alg === 'EdDSA' ? Buffer.from(verifying.key.export({ format: 'jwk' }).x!, 'base64url') : verifying.key)",
      },
    ],
    ...api('jwt-attacks'),
    named: 'public key',
  },
  {
    promise: 'tokens: only the canonical spelling of a token is one',
    ...edit('libs/auth/src/base64url.ts', "bytes.toString('base64url') === text ? bytes : null", 'bytes'),
    ...api('jwt-attacks'),
    named: 'last character',
  },
  {
    promise: 'tokens: a claim told twice is refused',
    ...edit('libs/auth/src/token-format.ts', 'JSON.stringify(value) === text', 'text !== null'),
    ...api('jwt-attacks'),
    named: 'twice',
  },
  {
    promise: 'tokens: the header holds alg, kid and typ, and nothing else',
    ...edit(
      'libs/auth/src/token-format.ts',
      '!header || Object.keys(header).sort().join() !== HEADER_KEYS.join()',
      '!header',
    ),
    ...api('jwt-attacks'),
    named: 'in the header',
  },
  {
    promise: 'tokens: issuer and audience are this installation',
    ...edit(
      'libs/auth/src/verify-token.ts',
      'claims.data.iss !== expected.issuer || claims.data.aud !== expected.audience',
      'claims.data.iss === ""',
    ),
    ...api('jwt-attacks'),
    named: 'another',
  },
  {
    promise: 'tokens: what has expired by its own claims is refused',
    ...edit(
      'libs/auth/src/token-claims.ts',
      "return seconds < claims.exp ? 'good' : 'expired';",
      "return 'good';",
    ),
    ...unit('libs/auth/src/token-codec'),
  },
  {
    promise: 'tokens: a key that has left the ring verifies nothing it verified before',
    ...edit(
      'libs/auth/src/token-codec.ts',
      'found && ring().includes(found.key) ? found : undefined',
      'found',
    ),
    ...unit('libs/auth/src/token-eddsa'),
  },
];
