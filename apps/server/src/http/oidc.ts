import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { ApiDeps } from '@codemetrics/api';
import { DomainError } from '@codemetrics/contracts';
import { applyEffects, requestContext, sendProblem } from '@codemetrics/rest';
import {
  beginSignIn,
  completeSignIn,
  normaliseError,
  openSignInFlow,
  SIGN_IN_FLOW_SECONDS,
} from '@codemetrics/services';
import type { Config } from '../config.ts';

/** Holds a sign-in that has begun, sealed. */
const FLOW_COOKIE = 'codemetrics_sign_in';
const OTHER_METHODS: HTTPMethods[] = ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const REPORTED = new Set(['internal', 'unavailable', 'provider-unavailable', 'provider-failed']);

type ProviderRequest = FastifyRequest<{ Params: { provider: string }; Querystring: Record<string, unknown> }>;

/** The address that browsers use for this server. */
const originOf = (config: Config, request: FastifyRequest): string =>
  config.publicUrl ?? `${request.protocol}://${request.host}`;

const cookieOptions = (config: Config, request: FastifyRequest) => ({
  path: '/auth/oidc',
  httpOnly: true,
  // The browser comes back from another site, by a link: `strict` would leave the cookie out.
  sameSite: 'lax' as const,
  secure: originOf(config, request).startsWith('https:'),
});

/** The failure as a DomainError, logged where it is not the person's own. */
const reported = (deps: ApiDeps, request: FastifyRequest, thrown: unknown): DomainError => {
  const error = normaliseError(thrown);
  if (REPORTED.has(error.code))
    deps.reportFailure(error.cause ?? error, requestContext(deps, request).request);
  return error;
};

/** A refusal is shown by the sign-in page, told by its code alone. */
const toSignInPage = (
  deps: ApiDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  thrown: unknown,
  next: string | undefined,
): FastifyReply => {
  const error = reported(deps, request, thrown);
  const query = new URLSearchParams({ error: error.code, ...(next === undefined ? {} : { next }) });
  return reply.redirect(`/sign-in?${query.toString()}`, 302);
};

/** Counted like a public operation, by address. */
const countCall = async (deps: ApiDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> => {
  reply.headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
  try {
    await deps.limits.take(`address ${request.ip}`);
  } catch (error) {
    throw reported(deps, request, error);
  }
};

const start = (config: Config, deps: ApiDeps) => async (request: ProviderRequest, reply: FastifyReply) => {
  await countCall(deps, request, reply);
  const { next = '/' } = request.query;
  const input = {
    provider: request.params.provider,
    // Given twice it is a list, and no path.
    next: typeof next === 'string' ? next : '',
    origin: originOf(config, request),
  };
  try {
    const { redirectTo, flow } = await beginSignIn(deps, input);
    reply.setCookie(FLOW_COOKIE, flow, {
      ...cookieOptions(config, request),
      maxAge: SIGN_IN_FLOW_SECONDS,
    });
    return reply.redirect(redirectTo, 302);
  } catch (error) {
    if (error instanceof DomainError && error.code !== 'provider-unavailable') throw error;
    return toSignInPage(deps, request, reply, error, input.next);
  }
};

const callback = (config: Config, deps: ApiDeps) => async (request: ProviderRequest, reply: FastifyReply) => {
  await countCall(deps, request, reply);
  const provider = deps.identityProviders.get(request.params.provider);
  const context = requestContext(deps, request);
  // Used or not: what has come back once is never taken again.
  reply.clearCookie(FLOW_COOKIE, cookieOptions(config, request));
  let next: string | undefined;
  try {
    const flow = openSignInFlow(deps, provider.id, request.cookies[FLOW_COOKIE]);
    next = flow.next;
    const search = new URL(request.url, flow.redirectUri).search;
    const actor = { kind: 'anonymous', request: context.request } as const;
    const { sessionToken, expires } = await completeSignIn(deps, actor, flow, search);
    context.effects.sessionCookie = { token: sessionToken, expires };
    applyEffects(request, reply, context);
    return reply.redirect(next, 302);
  } catch (error) {
    return toSignInPage(deps, request, reply, error, next);
  }
};

/** Signing in through an identity provider: two addresses that a browser is led through. */
export const oidcRoutes = (app: FastifyInstance, config: Config, deps: ApiDeps): void => {
  const routes = { start: start(config, deps), callback: callback(config, deps) };
  for (const [step, handler] of Object.entries(routes)) {
    const url = `/auth/oidc/:provider/${step}`;
    // A link checker's HEAD must not use up the code.
    app.get<{ Params: { provider: string } }>(url, { exposeHeadRoute: false }, handler as never);
    app.route({
      method: OTHER_METHODS,
      url,
      handler: (request, reply) =>
        sendProblem(
          request,
          reply.header('Allow', 'GET'),
          new DomainError('method-not-allowed', { detail: 'This address takes GET.' }),
        ),
    });
  }
};
