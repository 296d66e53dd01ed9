import { createHash, createSecretKey } from 'node:crypto';
import { compactVerify, CompactSign } from 'jose';
import { LRUCache } from 'lru-cache';
import type { KeyRing } from './key-ring.ts';
import { judgeTimes, TokenClaims } from './token-claims.ts';
import { TokenError } from './token-error.ts';
import { MAX_TOKEN_BYTES, readTokenParts } from './token-format.ts';

/** What a caller decides about a token; the codec adds `iss`, `aud` and, unless given, `iat` (now). */
export type TokenInput = Pick<TokenClaims, 'sub' | 'jti' | 'exp' | 'use'> & { readonly iat?: number };

/** The claims of a token that passed every check, and the kid of the key that signed it. Frozen. */
export type VerifiedToken = Readonly<TokenClaims> & { readonly kid: string };

/** Signs and verifies the tokens of one key ring. */
export interface TokenCodec {
  /** @throws ZodError for claims that `verify` would refuse */
  sign(claims: TokenInput): Promise<string>;
  /** @throws TokenError, with `reason` as the only detail */
  verify(token: string): Promise<VerifiedToken>;
}

/** `cacheSize` is how many verified tokens to remember (default 1000; 0 remembers none). */
export interface TokenCodecOptions {
  readonly ring: KeyRing;
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => Date;
  readonly cacheSize?: number;
}

/**
 * A codec for HS256 tokens, bound to a copy of the ring: another ring needs another codec, which starts with
 * an empty cache. Only good tokens are cached, by their SHA-256, and their times are checked on every call.
 */
export function createTokenCodec(options: TokenCodecOptions): TokenCodec {
  const { ring, issuer, audience, now, cacheSize = 1000 } = options;
  const keys = new Map(ring.map(({ kid, secret }) => [kid, createSecretKey(secret)]));
  const signingKid = ring[0].kid;
  const signingKey = createSecretKey(ring[0].secret);
  const cache = cacheSize > 0 ? new LRUCache<string, VerifiedToken>({ max: cacheSize }) : null;

  async function check(token: string): Promise<VerifiedToken | null> {
    const parts = readTokenParts(token);
    const key = parts && keys.get(parts.kid);
    if (!key) return null;
    const genuine = await compactVerify(token, key, { algorithms: ['HS256'] }).then(
      () => true,
      () => false,
    );
    const claims = TokenClaims.safeParse(parts.payload);
    if (!genuine || !claims.success) return null;
    if (claims.data.iss !== issuer || claims.data.aud !== audience) return null;
    return Object.freeze({ ...claims.data, kid: parts.kid });
  }

  return {
    async sign({ sub, jti, exp, use, iat = Math.floor(now().getTime() / 1000) }) {
      const claims = TokenClaims.parse({ iss: issuer, aud: audience, sub, jti, iat, exp, use });
      return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: signingKid })
        .sign(signingKey);
    },

    async verify(token) {
      // Length first: nothing longer is worth the hash.
      if (typeof token !== 'string' || token.length > MAX_TOKEN_BYTES) throw new TokenError('invalid');
      const cacheKey = createHash('sha256').update(token).digest('base64');
      const cached = cache?.get(cacheKey);
      const verified = cached ?? (await check(token));
      if (!verified) throw new TokenError('invalid');
      const verdict = judgeTimes(verified, now());
      if (verdict !== 'good') throw new TokenError(verdict);
      if (!cached) cache?.set(cacheKey, verified);
      return verified;
    },
  };
}
