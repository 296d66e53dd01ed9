import type { KeyObject } from 'node:crypto';
import { createPublicKey } from 'node:crypto';
import type { PublicJsonWebKey } from './json-web-keys.ts';
import { judgeTimes } from './token-claims.ts';
import { TokenError } from './token-error.ts';
import { readTokenParts } from './token-format.ts';
import type { VerifiedToken } from './verify-token.ts';
import { verifyToken } from './verify-token.ts';

/** What a verifier is told: the keys of `/.well-known/jwks.json`, and whose tokens for whom it takes. */
export interface TokenVerifierOptions {
  readonly keys: readonly PublicJsonWebKey[];
  readonly issuer: string;
  readonly audience: string;
  readonly now?: () => Date;
}

/** Verifies EdDSA tokens without a secret. It can't know of revocations: ask the server where those matter. */
export interface TokenVerifier {
  /** @throws TokenError, with `reason` as the only detail */
  verify(token: string): Promise<VerifiedToken>;
}

const importKey = ({ kty, crv, x }: PublicJsonWebKey): KeyObject =>
  createPublicKey({ key: { kty, crv, x }, format: 'jwk' });

/**
 * A verifier over public keys alone, with the same strictness as the server's own. Keys that are not Ed25519 keys for
 * signing are left out.
 * @throws TypeError for a key that is damaged
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const { issuer, audience, now = () => new Date() } = options;
  const usable = options.keys.filter(
    (one) => one.kty === 'OKP' && one.crv === 'Ed25519' && one.alg === 'EdDSA',
  );
  const keys = new Map(usable.map((one) => [one.kid, importKey(one)]));
  return {
    verify: async (token) => {
      const parts = typeof token === 'string' ? readTokenParts(token) : null;
      const key = parts && keys.get(parts.kid);
      const verified = key && (await verifyToken(token, parts, { alg: 'EdDSA', key }, { issuer, audience }));
      if (!verified) throw new TokenError('invalid');
      const verdict = judgeTimes(verified, now());
      if (verdict !== 'good') throw new TokenError(verdict);
      return verified;
    },
  };
};
