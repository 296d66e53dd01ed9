import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { decodeBase64url, encodeBase64url } from './base64url.ts';
import type { KeyRing, RingKey } from './key-ring.ts';

const VERSION = 'v1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** A key of its own for sealing, so that the secret which signs tokens never keys the cipher itself. */
function sealingKey(key: RingKey): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key.secret, new Uint8Array(0), 'codemetrics seal v1', 32));
}

/** Version and kid are authenticated with the text, so that neither can be swapped. */
function additionalData(kid: string): Uint8Array {
  return new TextEncoder().encode(`${VERSION}.${kid}`);
}

/** The name of the key that a text was sealed with; null for what is no sealed text. */
export function sealedWith(sealed: string): string | null {
  const [version, kid] = sealed.split('.');
  return version === VERSION && kid ? kid : null;
}

/**
 * Encrypts a text for storage under the ring's first key (AES-256-GCM, HKDF-SHA256, fresh random nonce).
 * @returns `v1.KID.NONCE.CIPHERTEXT+TAG`, the last two in base64url
 */
export function sealSecret(ring: KeyRing, plaintext: string): string {
  const key = ring[0];
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, sealingKey(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(key.kid));
  const sealed = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return [VERSION, key.kid, encodeBase64url(nonce), encodeBase64url(sealed)].join('.');
}

/**
 * Decrypts what `sealSecret` made, with whichever key of the ring sealed it.
 * @throws Error if the text is malformed, was altered, or its key has left the ring; never shows the content
 */
export function openSecret(ring: KeyRing, sealed: string): string {
  const damaged = 'A sealed secret is damaged or was sealed with another key: store it again.';
  const [version, kid, nonceText, bodyText, ...more] = sealed.split('.');
  const nonce = decodeBase64url(nonceText ?? '');
  const body = decodeBase64url(bodyText ?? '');
  if (version !== VERSION || !nonce || !body || more.length > 0) throw new Error(damaged);
  if (nonce.length !== NONCE_BYTES || body.length < TAG_BYTES) throw new Error(damaged);
  const key = ring.find((candidate) => candidate.kid === kid);
  if (!key)
    throw new Error('A secret was sealed with a key that is no longer in the key ring: restore that key.');
  const decipher = createDecipheriv(CIPHER, sealingKey(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData(key.kid));
  decipher.setAuthTag(body.subarray(-TAG_BYTES));
  try {
    return decipher.update(body.subarray(0, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    throw new Error(damaged);
  }
}
