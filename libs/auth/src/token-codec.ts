import { createHash } from 'node:crypto';
import { CompactSign } from 'jose';
import { LRUCache } from 'lru-cache';
import type { KeyRing, RingKey } from './key-ring.ts';
import { keyPair } from './signing-key.ts';
import { judgeTimes, TokenClaims } from './token-claims.ts';
import { TokenError } from './token-error.ts';
import { MAX_TOKEN_BYTES, readTokenParts } from './token-format.ts';
import type { VerifiedToken } from './verify-token.ts';
import { verifyToken } from './verify-token.ts';

/** What a caller decides about a token; the codec adds `iss`, `aud` and, unless given, `iat` (now). */
export type TokenInput = Pick<TokenClaims, 'sub' | 'jti' | 'exp' | 'use'> & { readonly iat?: number };

/** Signs and verifies the tokens of one key ring. */
export interface TokenCodec {
  /**
   * Signs with the ring's key of that name; with its first key where none is named or the name is not in the ring.
   * @throws ZodError for claims that `verify` would refuse
   */
  sign(claims: TokenInput, kid?: string): Promise<string>;
  /** @throws TokenError, with `reason` as the only detail */
  verify(token: string): Promise<VerifiedToken>;
}

/** `cacheSize` is how many verified tokens to remember (default 1000; 0 remembers none). */
export interface TokenCodecOptions {
  /** The ring, or where it may change while the server runs, what gives it as it is now. */
  readonly ring: KeyRing | (() => KeyRing);
  /** Called for a kid that is not in the ring, which may have been given a key elsewhere a moment ago. */
  readonly refresh?: () => Promise<unknown>;
  readonly issuer: string;
  readonly audience: string;
  readonly now: () => Date;
  readonly cacheSize?: number;
}

/**
 * A codec for HS256 and EdDSA tokens. Only good tokens are cached, by their SHA-256, for as long as their key is in the
 * ring, and their times are checked on every call.
 */
export function createTokenCodec(options: TokenCodecOptions): TokenCodec {
  const { issuer, audience, now, refresh, cacheSize = 1000 } = options;
  const ring = typeof options.ring === 'function' ? options.ring : () => options.ring as KeyRing;
  const keyOf = (kid: string): RingKey | undefined => ring().find((key) => key.kid === kid);
  const cache =
    cacheSize > 0 ? new LRUCache<string, { token: VerifiedToken; key: RingKey }>({ max: cacheSize }) : null;

  const check = async (token: string): Promise<{ token: VerifiedToken; key: RingKey } | null> => {
    const parts = readTokenParts(token);
    if (!parts) return null;
    if (!keyOf(parts.kid)) await refresh?.();
    const key = keyOf(parts.kid);
    if (!key) return null;
    const verifying = { alg: key.alg, key: keyPair(key).verify };
    const verified = await verifyToken(token, parts, verifying, { issuer, audience });
    return verified && { token: verified, key };
  };

  return {
    async sign({ sub, jti, exp, use, iat = Math.floor(now().getTime() / 1000) }, kid) {
      const claims = TokenClaims.parse({ iss: issuer, aud: audience, sub, jti, iat, exp, use });
      const key = (kid === undefined ? undefined : keyOf(kid)) ?? ring()[0];
      return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: key.alg, typ: 'JWT', kid: key.kid })
        .sign(keyPair(key).sign);
    },

    async verify(token) {
      // Length first: nothing longer is worth the hash.
      if (typeof token !== 'string' || token.length > MAX_TOKEN_BYTES) throw new TokenError('invalid');
      const cacheKey = createHash('sha256').update(token).digest('base64');
      const found = cache?.get(cacheKey);
      const cached = found && ring().includes(found.key) ? found : undefined;
      const verified = cached ?? (await check(token));
      if (!verified) throw new TokenError('invalid');
      const verdict = judgeTimes(verified.token, now());
      if (verdict !== 'good') throw new TokenError(verdict);
      if (!cached) cache?.set(cacheKey, verified);
      return verified.token;
    },
  };
}
