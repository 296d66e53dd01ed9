import { decodeBase64url } from './base64url.ts';
import type { KeyAlgorithm } from './key-ring.ts';

/** The longest token that is looked at, in bytes (all of them are ASCII). */
export const MAX_TOKEN_BYTES = 4096;

const SIGNATURE_BYTES: Readonly<Record<KeyAlgorithm, number>> = { HS256: 32, EdDSA: 64 };
const HEADER_KEYS = ['alg', 'kid', 'typ'];

/** A token taken apart, not yet verified: what its header says, and its payload. */
export interface TokenParts {
  readonly alg: KeyAlgorithm;
  readonly kid: string;
  readonly payload: Record<string, unknown>;
}

/**
 * An object from one part of a token, or null. Only compact JSON as we write it ourselves passes: text that
 * does not come back the same holds duplicate keys, blanks, odd escapes, or numbers such as 1e400.
 */
function readJsonObject(part: string): Record<string, unknown> | null {
  const bytes = decodeBase64url(part);
  if (!bytes) return null;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return JSON.stringify(value) === text ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

/**
 * Takes a compact JWT apart strictly: three canonical base64url parts in at most 4096 bytes, a header of exactly
 * `alg` (HS256 or EdDSA), `typ` JWT and a `kid`, and a signature as long as the algorithm's. Checks no signature, nor
 * whether the algorithm is the key's own.
 * @returns null for everything else
 */
export function readTokenParts(token: string): TokenParts | null {
  if (token.length > MAX_TOKEN_BYTES) return null;
  const [headerText = '', payloadText = '', signatureText = '', ...more] = token.split('.');
  if (more.length > 0) return null;
  const header = readJsonObject(headerText);
  if (!header || Object.keys(header).sort().join() !== HEADER_KEYS.join()) return null;
  const { alg, typ, kid } = header;
  if ((alg !== 'HS256' && alg !== 'EdDSA') || typ !== 'JWT' || typeof kid !== 'string') return null;
  if (decodeBase64url(signatureText)?.length !== SIGNATURE_BYTES[alg]) return null;
  const payload = readJsonObject(payloadText);
  return payload && { alg, kid, payload };
}
