import type { FastifyInstance } from 'fastify';
import type { ApiDeps } from '@codemetrics/api';
import { jsonWebKeySet } from '@codemetrics/auth';

/** Within this time a verifier elsewhere hears of a key that was added or ended. */
const MAX_AGE_SECONDS = 60;

/** The public keys, so that other programs verify tokens without asking; empty while only HS256 keys are in use. */
export const jsonWebKeys = (app: FastifyInstance, deps: ApiDeps): void => {
  app.get('/.well-known/jwks.json', (_request, reply) =>
    reply
      .header('Cache-Control', `public, max-age=${MAX_AGE_SECONDS}`)
      .type('application/jwk-set+json; charset=utf-8')
      .send(JSON.stringify(jsonWebKeySet(deps.ring))),
  );
};
