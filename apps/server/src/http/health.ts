import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '@codemetrics/api';
import { ping } from '@codemetrics/database';

export interface HealthState {
  /** Set when the server is about to stop. */
  draining: boolean;
}

const PING_TIMEOUT_MS = 1500;

/** Whether the database answers, within a time that a probe will wait. */
const databaseAnswers = async (deps: ApiDeps): Promise<boolean> => {
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PING_TIMEOUT_MS).unref());
  const asked = ping(deps.db).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]);
};

/** Liveness and readiness, for probes; no credential. */
export const healthRoutes = (app: FastifyInstance, deps: ApiDeps, state: HealthState): void => {
  app.get('/api/health/live', (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ status: 'live' }),
  );
  app.get('/api/health/ready', async (_request, reply) => {
    const database = (await databaseAnswers(deps)) ? 'up' : 'down';
    const ready = database === 'up' && !state.draining;
    return reply
      .code(ready ? 200 : 503)
      .headers({ 'Cache-Control': 'no-store', ...(ready ? {} : { 'Retry-After': '1' }) })
      .send({ status: ready ? 'ready' : state.draining ? 'draining' : 'not-ready', checks: { database } });
  });
};
