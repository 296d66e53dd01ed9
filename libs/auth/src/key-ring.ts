import { createHash, randomBytes } from 'node:crypto';
import { decodeBase64url, encodeBase64url } from './base64url.ts';

/** How a key signs; pinned to the key, never read from a token. EdDSA is Ed25519 (RFC 8037). */
export type KeyAlgorithm = 'HS256' | 'EdDSA';

/**
 * One signing secret. Of HS256, `secret` is the UTF-8 of the configured text (never decoded), at least 32 bytes; of
 * EdDSA the 32-byte seed of the private key.
 */
export interface RingKey {
  readonly kid: string;
  readonly secret: Uint8Array;
  readonly alg: KeyAlgorithm;
}

/** Ordered keys with distinct kids: the first seals, and signs unless another is named; all of them verify and open. */
export type KeyRing = readonly [RingKey, ...RingKey[]];

/** The fewest bytes of UTF-8 in a secret: HS256 needs a key as long as its hash (RFC 7518 section 3.2). */
export const MIN_SECRET_BYTES = 32;

const KID = /^[A-Za-z0-9_-]{1,64}$/;

const ED25519 = 'ed25519:';
const ED25519_SEED_BYTES = 32;

/** The kid of a key that was configured without one: the first 12 hex digits of a labelled SHA-256. */
function deriveKid(secret: string): string {
  return createHash('sha256').update(`codemetrics-kid\0${secret}`).digest('hex').slice(0, 12);
}

/**
 * Splits `KID=SECRET` at its first `=`. Trailing `=` is base64 padding and belongs to the secret, so
 * `c2VjcmV0==` is a secret without a kid.
 */
function splitEntry(entry: string, where: string): { kid: string; secret: string } {
  const body = entry.replace(/=+$/, '');
  const at = body.indexOf('=');
  if (at < 0) return { kid: deriveKid(entry), secret: entry };
  const kid = entry.slice(0, at);
  if (!KID.test(kid)) {
    throw new RangeError(
      `${where}: what stands before "=" is the name of the key and takes 1 to 64 characters of ` +
        'A-Z a-z 0-9 _ -. A secret that itself contains "=" needs a name in front: NAME=SECRET.',
    );
  }
  return { kid, secret: entry.slice(at + 1) };
}

/** The key in the text of one entry; `ed25519:` and a seed in base64url, or else a secret. */
function readKey(kid: string, secret: string, where: string, advice: string): RingKey {
  if (secret.startsWith(ED25519)) {
    const seed = decodeBase64url(secret.slice(ED25519.length));
    if (seed?.length !== ED25519_SEED_BYTES)
      throw new RangeError(
        `${where}: after "${ED25519}" must stand ${ED25519_SEED_BYTES} bytes in base64url.`,
      );
    return { kid, secret: seed, alg: 'EdDSA' };
  }
  const bytes = new TextEncoder().encode(secret);
  if (bytes.length < MIN_SECRET_BYTES) {
    throw new RangeError(
      `${where}: the secret has ${bytes.length} bytes and needs at least ${MIN_SECRET_BYTES}.${advice}`,
    );
  }
  return { kid, secret: bytes, alg: 'HS256' };
}

/**
 * Reads a key ring. Entries stand one a line or separated by commas; each is `SECRET` or `KID=SECRET`
 * (kid: 1 to 64 of `A-Za-z0-9_-`). Blank lines and lines that begin with `#` are skipped; blanks around an
 * entry are cut off, and a secret holds no comma. Without a kid, one is derived from the secret.
 * `KID=ed25519:SEED` is an EdDSA key. Which key signs is told apart from the ring; every key in it verifies.
 * @throws RangeError without a key, for a secret under 32 bytes, a bad kid or the same kid twice. The message
 *   counts entries from 1 and never shows any of the text.
 */
export function parseKeyRing(text: string): KeyRing {
  const entries = text
    .split(/\r?\n/)
    .filter((line) => !line.trimStart().startsWith('#'))
    .flatMap((line) => line.split(','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const positions = new Map<string, number>();
  const keys = entries.map((entry, index): RingKey => {
    const where = `Key ring, entry ${index + 1}`;
    const { kid, secret } = splitEntry(entry, where);
    const advice = entries.length > 1 ? ' A comma separates entries, so a secret cannot contain one.' : '';
    const key = readKey(kid, secret, where, advice);
    const earlier = positions.get(kid);
    if (earlier !== undefined) {
      throw new RangeError(`${where}: has the same name (or the same secret) as entry ${earlier}.`);
    }
    positions.set(kid, index + 1);
    return key;
  });
  const [first, ...rest] = keys;
  if (!first) throw new RangeError('Key ring: no key found. A line that begins with "#" is a comment.');
  return [first, ...rest];
}

/** The text of a new ring with one random key: 48 random bytes in base64url (64 characters). */
export function createKeyRingText(): string {
  return randomBytes(48).toString('base64url');
}

/** A new random key, and the entry that stands for it in a ring. */
export function createRingKey(alg: KeyAlgorithm): { readonly key: RingKey; readonly entry: string } {
  const secret =
    alg === 'HS256' ? createKeyRingText() : ED25519 + encodeBase64url(randomBytes(ED25519_SEED_BYTES));
  const entry = `${deriveKid(secret)}=${secret}`;
  return { key: parseKeyRing(entry)[0], entry };
}
