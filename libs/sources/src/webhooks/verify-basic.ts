import { verifyToken } from './verify-token.ts';

const MAX_HEADER = 8192;

/** The password of an `Authorization: Basic` header, whoever its user is; undefined where there is none. Never throws. */
const passwordOf = (authorization: string | undefined): string | undefined => {
  if (authorization === undefined || authorization.length > MAX_HEADER) return undefined;
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(authorization)?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon < 0 ? undefined : pair.slice(colon + 1);
};

/** Whether the password of HTTP Basic authentication is the secret. In constant time; never throws. */
export const verifyBasic = (secret: string, authorization: string | undefined): boolean =>
  verifyToken(secret, passwordOf(authorization));
