import type { FastifyRequest } from 'fastify';
import type { ApiDeps, Credential, RequestContext } from '@codemetrics/api';

/** The browser's session cookie. */
export const SESSION_COOKIE = 'codemetrics_session';

const MOST_TOKEN_CHARACTERS = 4096;

const credentialOf = (request: FastifyRequest): Credential | 'invalid' | null => {
  const sent = request.raw.rawHeaders.filter(
    (name, index) => index % 2 === 0 && name.toLowerCase() === 'authorization',
  ).length;
  // Node keeps only the first of several; which one a proxy looked at can't be known, so none counts.
  if (sent > 1) return 'invalid';
  const header = request.headers.authorization;
  if (header !== undefined) {
    const token = /^bearer +([^\s]+) *$/i.exec(header)?.[1];
    return token === undefined || token.length > MOST_TOKEN_CHARACTERS ? 'invalid' : { token, via: 'bearer' };
  }
  const cookie = request.cookies[SESSION_COOKIE];
  if (cookie === undefined || cookie === '') return null;
  return cookie.length > MOST_TOKEN_CHARACTERS ? 'invalid' : { token: cookie, via: 'cookie' };
};

/** Whether the browser says that the request comes from a page of this server itself. */
const isSameSite = (request: FastifyRequest): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const { origin } = request.headers;
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === request.host;
};

/** What the API needs to know of an HTTP request. */
export const requestContext = (deps: ApiDeps, request: FastifyRequest): RequestContext => ({
  deps,
  request: {
    id: request.id,
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
  },
  credential: credentialOf(request),
  sameSite: isSameSite(request),
  effects: {},
});
