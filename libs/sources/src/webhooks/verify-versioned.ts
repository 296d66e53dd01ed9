import { verifyHmac } from './verify-token.ts';

const MAX_SIGNATURES = 10;

/**
 * Whether one of several signatures, such as `v1=HEX,v1=HEX`, is the HMAC SHA-256 of the body: while a secret is
 * being changed both sign. Other versions are passed over. In constant time for each; never throws.
 */
export const verifyVersioned = (secret: string, body: string, signatures: string | undefined): boolean =>
  (signatures ?? '')
    .split(',', MAX_SIGNATURES)
    .map((signature) => verifyHmac(secret, body, /^\s*v1=([0-9a-f]+)\s*$/i.exec(signature)?.[1]))
    .includes(true);
