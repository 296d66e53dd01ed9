import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';
import { DomainError } from '@codemetrics/contracts';
import { sendProblem } from '@codemetrics/rest';
import type { Config } from '../config.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

const equal = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** Open to loopback; behind a bearer token where METRICS_TOKEN is set. */
const mayRead = (config: Config, request: FastifyRequest): boolean => {
  if (config.metricsToken === undefined)
    return LOOPBACK.test(request.ip) && request.headers['x-forwarded-for'] === undefined;
  return equal(request.headers.authorization ?? '', `Bearer ${config.metricsToken}`);
};

/** Counts requests by route, and serves the figures as Prometheus text at `/metrics`. */
export const requestMetrics = (app: FastifyInstance, config: Config): void => {
  // A registry of its own, so that two servers in one process don't share figures.
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'codemetrics_' });
  const labelNames = ['method', 'route', 'status'] as const;
  const requests = new Counter({
    name: 'codemetrics_http_requests_total',
    help: 'Requests answered.',
    labelNames,
    registers: [registry],
  });
  const seconds = new Histogram({
    name: 'codemetrics_http_request_duration_seconds',
    help: 'Time from a request to its answer.',
    labelNames: ['method', 'route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unmatched';
    requests.inc({ method: request.method, route, status: String(reply.statusCode) });
    seconds.observe({ method: request.method, route }, reply.elapsedTime / 1000);
    done();
  });
  app.get('/metrics', async (request, reply) => {
    if (!mayRead(config, request))
      return sendProblem(
        request,
        reply,
        new DomainError('credential-missing', {
          detail: 'Read from loopback, or send METRICS_TOKEN as a bearer token.',
        }),
      );
    return reply.type(registry.contentType).send(await registry.metrics());
  });
};
