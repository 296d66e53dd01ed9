import { createHmac, timingSafeEqual } from 'node:crypto';
import { verifyToken } from '../verify-token.ts';
import type { Delivery } from '../webhook-source.ts';

const MAX_SIGNATURES = 10;

/** The key of a signing token, `whsec_` and base64; undefined for a secret that is none. */
const signingKey = (secret: string): Buffer | undefined => {
  const encoded = /^whsec_([A-Za-z0-9+/_-]{16,}={0,2})$/.exec(secret)?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64');
};

/**
 * Whether the delivery proves that its sender knows the secret: a secret token is sent as it is (`X-Gitlab-Token`), a
 * signing token (`whsec_…`, GitLab 19 and later) signs `ID.TIMESTAMP.BODY` (`webhook-signature`). A signing token sent
 * as a secret token is no proof, or else whoever reads one delivery's headers could make others. The timestamp is not
 * held against the clock: a delivery that is sent again changes nothing. In constant time; never throws.
 */
export const verifyDelivery = (secret: string, { headers, body }: Delivery): boolean => {
  const key = signingKey(secret);
  if (!key) return verifyToken(secret, headers['x-gitlab-token']);
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures } = headers;
  if (!id || !timestamp || !signatures) return false;
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest();
  return signatures
    .split(' ', MAX_SIGNATURES)
    .map((signature) => {
      const sent = Buffer.from(/^v1,([A-Za-z0-9+/]{43}=)$/.exec(signature)?.[1] ?? '', 'base64');
      return sent.length === expected.length && timingSafeEqual(expected, sent);
    })
    .includes(true);
};
