import { verifyHmac } from './verify-token.ts';

/** Whether a hub signature (`sha256=` and hexadecimal) is the HMAC SHA-256 of the body. In constant time; never throws. */
export const verifyHubSignature = (secret: string, body: string, signature: string | undefined): boolean =>
  verifyHmac(secret, body, /^sha256=(.*)$/i.exec(signature ?? '')?.[1]);
