import { randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import fastifyHelmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { fastify } from 'fastify';
import type { Logger } from 'pino';
import type { ApiDeps } from '@codemetrics/api';
import { DomainError } from '@codemetrics/contracts';
import { refusedByFastify, registerOtherMethods, restApi, sendProblem } from '@codemetrics/rest';
import type { Config } from '../config.ts';
import { createHttpServer } from './admission.ts';
import { answerUnreadable, noteAnswers } from './answer-unreadable.ts';
import { apiReader } from './api-reader.ts';
import { healthRoutes } from './health.ts';
import type { HealthState } from './health.ts';
import { jsonWebKeys } from './json-web-keys.ts';
import { oidcRoutes } from './oidc.ts';
import { problemPage } from './problem-page.ts';
import { requestMetrics } from './prometheus.ts';
import { trpcApi } from './trpc.ts';
import { webApp } from './web-app.ts';

const SANE_REQUEST_ID = /^[A-Za-z0-9._-]{1,128}$/;
const MAX_PARAMETER_CHARACTERS = 500;

/** How long a request may take to arrive, and how long a quiet connection is kept. */
const REQUEST_TIMEOUT_MS = 120_000;
const KEEP_ALIVE_MS = 72_000;

/** One process answers hundreds a second; more at once would only make every one of them wait. */
const AT_ONCE = { reading: 96, sending: 96, arriving: 4000 };

/** The HTTP server with everything that it serves, not yet listening. */
export const createApp = async (
  config: Config,
  deps: ApiDeps,
  log: Logger,
  health: HealthState,
): Promise<FastifyInstance> => {
  const app = fastify({
    logger: false,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    serverFactory: (handle) =>
      createHttpServer(handle, AT_ONCE, { requestMs: REQUEST_TIMEOUT_MS, keepAliveMs: KEEP_ALIVE_MS }),
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: MAX_PARAMETER_CHARACTERS },
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID();
    },
    frameworkErrors: (error, request, reply) =>
      void sendProblem(request, reply, refusedByFastify(error) ?? new DomainError('not-found')),
    clientErrorHandler: answerUnreadable,
  });
  noteAnswers(app.server);
  // Before anything is registered, since a plugin takes over the handlers that stand when it is.
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new DomainError('not-found')));
  app.setErrorHandler((error, request, reply) => {
    const known = error instanceof DomainError ? error : refusedByFastify(error);
    if (known === undefined) log.error({ error, requestId: request.id }, 'a request failed');
    return sendProblem(request, reply, known ?? new DomainError('internal'));
  });
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('X-Request-Id', request.id);
    // While draining, the client is told to go elsewhere for its next request.
    if (health.draining) reply.header('Connection', 'close');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    // The route, never the address itself: a query string can hold what must not be logged.
    const route = request.routeOptions.url ?? 'unmatched';
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        address: request.ip,
      },
      'request',
    );
    done();
  });
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Sent only where the connection is secure: on plain loopback it would lock a browser out.
    hsts: false,
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    reply.header('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    if (request.protocol === 'https')
      reply.header('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
    done(null, payload);
  });
  await app.register(fastifyCookie);
  requestMetrics(app, config);
  healthRoutes(app, deps, health);
  problemPage(app);
  jsonWebKeys(app, deps);
  for (const path of [
    '/api/health/live',
    '/api/health/ready',
    '/metrics',
    '/problems',
    '/.well-known/jwks.json',
  ])
    registerOtherMethods(app, path, ['GET']);
  oidcRoutes(app, config, deps);
  await app.register(restApi(deps, { version: config.version }), { prefix: '/api' });
  await app.register(trpcApi(deps), { prefix: '/trpc' });
  await app.register(apiReader);
  await app.register(webApp);
  return app;
};
