import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

/** Whether `signature` (`sha256=` and hexadecimal) is the HMAC SHA-256 of the body. Never throws. */
export const verifySignature = (secret: string, body: Uint8Array | string, signature: string): boolean => {
  try {
    const given = SIGNATURE.exec(signature)?.[1];
    if (!given || !secret) return false;
    const expected = createHmac('sha256', secret).update(body).digest();
    return timingSafeEqual(expected, Buffer.from(given, 'hex'));
  } catch {
    return false;
  }
};
