import type { KeyObject } from 'node:crypto';
import { createPrivateKey, createPublicKey, createSecretKey } from 'node:crypto';
import type { RingKey } from './key-ring.ts';

/** What comes before the seed in the PKCS #8 form of an Ed25519 private key (RFC 8410). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The objects that sign and verify; the same one where the key is symmetric. */
export interface KeyPair {
  readonly sign: KeyObject;
  readonly verify: KeyObject;
}

const pairs = new WeakMap<RingKey, KeyPair>();

const makePair = ({ alg, secret }: RingKey): KeyPair => {
  if (alg === 'HS256') {
    const key = createSecretKey(secret);
    return { sign: key, verify: key };
  }
  const sign = createPrivateKey({
    key: Buffer.concat([ED25519_PKCS8, secret]),
    format: 'der',
    type: 'pkcs8',
  });
  return { sign, verify: createPublicKey(sign) };
};

/** The key objects of a ring's key, made once. */
export const keyPair = (key: RingKey): KeyPair => {
  const known = pairs.get(key);
  if (known) return known;
  const made = makePair(key);
  pairs.set(key, made);
  return made;
};
