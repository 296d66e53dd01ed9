import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a sent token is the secret, for providers that send the secret itself. In constant time; never throws. */
export const verifyToken = (secret: string, sent: string | undefined): boolean =>
  secret !== '' && sent !== undefined && timingSafeEqual(digest(secret), digest(sent));

/** Whether a hexadecimal text is the HMAC SHA-256 of the body. In constant time; never throws. */
export const verifyHmac = (secret: string, body: string, hex: string | undefined): boolean => {
  if (secret === '' || hex === undefined || !/^[0-9a-f]{64}$/i.test(hex)) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(body).digest(), Buffer.from(hex, 'hex'));
};
