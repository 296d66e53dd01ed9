import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { DomainError } from '@codemetrics/contracts';
import { sendProblem } from '@codemetrics/rest';

const BUILT = fileURLToPath(new URL('../../../web/dist', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** The addresses of the app's own screens, as apps/web/src/shell/router.tsx has them. */
const PAGES = [
  ...['/', '/sign-in', '/start', '/explorer', '/code', '/tokens', '/profile'],
  ...['/workloads/:workload', '/pipelines', '/pipelines/runs/:run', '/administration/:section'],
];

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
  // Looked up as they are asked for, so that an app built anew is served whole. Their names carry a hash of their content.
  await app.register(fastifyStatic, {
    root: join(BUILT, 'assets'),
    prefix: '/assets/',
    index: false,
    decorateReply: false,
    setHeaders: (reply) => reply.header('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`),
  });
  await app.register(fastifyStatic, {
    root: BUILT,
    index: false,
    wildcard: false,
    globIgnore: ['assets/**'],
    setHeaders: (reply) => reply.header('Cache-Control', 'no-cache'),
  });
  for (const page of PAGES)
    app.get(page, (_request, reply) =>
      reply.header('Cache-Control', 'no-cache').sendFile('index.html', { cacheControl: false }),
    );
};
