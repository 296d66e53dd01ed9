import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '@codemetrics/contracts';
import { sendProblem } from '@codemetrics/rest';

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** The web app at `/`. Its own addresses (`/tokens`) answer with the page too, so that they can be reloaded and shared. */
export const webApp = async (app: FastifyInstance): Promise<void> => {
  if (!existsSync(BUILT)) {
    app.get('/', (request, reply) =>
      sendProblem(
        request,
        reply,
        new DomainError('not-found', {
          detail: 'The web app is not built. Start with `npm start`, or run `npm run build`.',
        }),
      ),
    );
    return;
  }
  await app.register(fastifyStatic, {
    root: BUILT,
    index: false,
    wildcard: false,
    setHeaders: (reply, path) => {
      // Names of built assets carry a hash of their content.
      reply.header(
        'Cache-Control',
        path.includes('/assets/') ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
      );
    },
  });
  for (const page of ['/', '/sign-in', '/workloads', '/tokens', '/profile'])
    app.get(page, (_request, reply) =>
      reply.header('Cache-Control', 'no-cache').sendFile('index.html', { cacheControl: false }),
    );
};
