import { verifyHmac } from '../verify-token.ts';

/** Whether `signature` (`sha256=` and hexadecimal) is the HMAC SHA-256 of the body. Never throws. */
export const verifySignature = (secret: string, body: string, signature: string | undefined): boolean =>
  verifyHmac(secret, body, /^sha256=(.*)$/i.exec(signature ?? '')?.[1]);
