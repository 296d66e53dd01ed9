import type { KeyRing, RingKey } from './key-ring.ts';
import { keyPair } from './signing-key.ts';

/** A public key as RFC 7517 and RFC 8037 write it. */
export interface PublicJsonWebKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  /** The public key in base64url. */
  readonly x: string;
  readonly kid: string;
  readonly alg: 'EdDSA';
  readonly use: 'sig';
}

const toPublicKey = (key: RingKey): PublicJsonWebKey => {
  const { x } = keyPair(key).verify.export({ format: 'jwk' }) as { x: string };
  return { kty: 'OKP', crv: 'Ed25519', x, kid: key.kid, alg: 'EdDSA', use: 'sig' };
};

/** The ring's public keys, for those who verify without its secrets; HS256 keys have none. */
export const jsonWebKeySet = (ring: KeyRing): { keys: PublicJsonWebKey[] } => ({
  keys: ring.filter((key) => key.alg === 'EdDSA').map(toPublicKey),
});
