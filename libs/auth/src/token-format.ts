import { decodeBase64url } from './base64url.ts';

/** The longest token that is looked at, in bytes (all of them are ASCII). */
export const MAX_TOKEN_BYTES = 4096;

const HS256_BYTES = 32;
const HEADER_KEYS = ['alg', 'kid', 'typ'];

/** A token taken apart, not yet verified: the kid its header names, and its payload. */
export interface TokenParts {
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
 * Takes a compact JWT apart strictly: three canonical base64url parts in at most 4096
 * bytes, a header of exactly `alg` HS256, `typ` JWT and a `kid`, and a 32-byte signature. Checks no signature.
 * @returns null for everything else
 */
export function readTokenParts(token: string): TokenParts | null {
  if (token.length > MAX_TOKEN_BYTES) return null;
  const [headerText = '', payloadText = '', signatureText = '', ...more] = token.split('.');
  if (more.length > 0) return null;
  if (decodeBase64url(signatureText)?.length !== HS256_BYTES) return null;
  const header = readJsonObject(headerText);
  if (!header || Object.keys(header).sort().join() !== HEADER_KEYS.join()) return null;
  if (header.alg !== 'HS256' || header.typ !== 'JWT' || typeof header.kid !== 'string') return null;
  const payload = readJsonObject(payloadText);
  return payload && { kid: header.kid, payload };
}
