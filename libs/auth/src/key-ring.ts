import { createHash, randomBytes } from 'node:crypto';

/** One signing secret. `secret` is the UTF-8 of the configured text (never decoded), at least 32 bytes. */
export interface RingKey {
  readonly kid: string;
  readonly secret: Uint8Array;
  readonly alg: 'HS256';
}

/** Ordered keys with distinct kids: the first signs and seals, all of them verify and open. */
export type KeyRing = readonly [RingKey, ...RingKey[]];

/** The fewest bytes of UTF-8 in a secret: HS256 needs a key as long as its hash (RFC 7518 section 3.2). */
export const MIN_SECRET_BYTES = 32;

const KID = /^[A-Za-z0-9_-]{1,64}$/;

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

/**
 * Reads a key ring. Entries stand one a line or separated by commas; each is `SECRET` or `KID=SECRET`
 * (kid: 1 to 64 of `A-Za-z0-9_-`). Blank lines and lines that begin with `#` are skipped; blanks around an
 * entry are cut off, and a secret holds no comma. Without a kid, one is derived from the secret.
 * To rotate, put the new secret in front: `NEW,OLD` keeps what OLD signed valid.
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
    const bytes = new TextEncoder().encode(secret);
    if (bytes.length < MIN_SECRET_BYTES) {
      throw new RangeError(
        `${where}: the secret has ${bytes.length} bytes and needs at least ${MIN_SECRET_BYTES}.` +
          (entries.length > 1 ? ' A comma separates entries, so a secret cannot contain one.' : ''),
      );
    }
    const earlier = positions.get(kid);
    if (earlier !== undefined) {
      throw new RangeError(`${where}: has the same name (or the same secret) as entry ${earlier}.`);
    }
    positions.set(kid, index + 1);
    return { kid, secret: bytes, alg: 'HS256' };
  });
  const [first, ...rest] = keys;
  if (!first) throw new RangeError('Key ring: no key found. A line that begins with "#" is a comment.');
  return [first, ...rest];
}

/** The text of a new ring with one random key: 48 random bytes in base64url (64 characters). */
export function createKeyRingText(): string {
  return randomBytes(48).toString('base64url');
}
