import { createHmac } from 'node:crypto';
import { parseKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import { createTokenCodec } from './token-codec.ts';
import type { TokenCodec, TokenCodecOptions, TokenInput } from './token-codec.ts';
import { TokenError } from './token-error.ts';

// For the tests of this library only: a forger that holds the real key, and a codec with a movable clock.

export const SECRET = 'the-real-key-of-these-tests-0123456789';
export const RING: KeyRing = parseKeyRing(`main=${SECRET}`);
export const ISSUER = 'https://metrics.example';
export const AUDIENCE = 'codemetrics';
export const NOW = 1_750_000_000;
export const INPUT: TokenInput = {
  sub: 'marge',
  jti: '01976f5e-4b00-7000-8000-000000000001',
  exp: NOW + 3_600,
  use: 'session',
};
export const HEADER = { alg: 'HS256', typ: 'JWT', kid: 'main' };
export const CLAIMS = {
  iss: ISSUER,
  aud: AUDIENCE,
  sub: INPUT.sub,
  jti: INPUT.jti,
  iat: NOW,
  exp: INPUT.exp,
  use: 'session',
};

/** A codec at NOW whose clock the test may move. */
export function codecAt(ring: KeyRing = RING, options: Partial<TokenCodecOptions> = {}) {
  const clock = { milliseconds: NOW * 1000 };
  const now = () => new Date(clock.milliseconds);
  return { clock, codec: createTokenCodec({ ring, issuer: ISSUER, audience: AUDIENCE, now, ...options }) };
}

/** Text or JSON as base64url. */
export function encode(part: unknown): string {
  return Buffer.from(typeof part === 'string' ? part : JSON.stringify(part)).toString('base64url');
}

/** Signs `header.payload` exactly as given. */
export function signRaw(input: string, key: string | Uint8Array = SECRET, hash = 'sha256'): string {
  return `${input}.${createHmac(hash, key).update(input).digest('base64url')}`;
}

/** A token of any header and payload (JSON text or values), correctly signed with the real key. */
export function forge(header: unknown, payload: unknown): string {
  return signRaw(`${encode(header)}.${encode(payload)}`);
}

/** What becomes of a token: `accepted`, or the reason of its refusal. */
export async function reasonFor(token: string, codec: TokenCodec = codecAt().codec): Promise<string> {
  try {
    await codec.verify(token);
    return 'accepted';
  } catch (error) {
    if (error instanceof TokenError) return error.reason;
    throw error;
  }
}
