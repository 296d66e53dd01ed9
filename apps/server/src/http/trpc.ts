import { Readable } from 'node:stream';
import type { FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify';
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify';
import type { FastifyInstance, RequestPayload } from 'fastify';
import type { ApiDeps, AppRouter, RequestContext } from '@codemetrics/api';
import { appRouter, problemHeaders } from '@codemetrics/api';
import { BATCH_SHAPE, DomainError, MAX_BODY_BYTES, refuseHeavyJson } from '@codemetrics/contracts';
import { applyEffects, bodyText, requestContext } from '@codemetrics/rest';

/** The most calls in one batch; each counts against the rate limit. */
const MAX_BATCH = 50;

/** The tRPC face of the API. */
export const trpcApi =
  (deps: ApiDeps) =>
  async (app: FastifyInstance): Promise<void> => {
    app.addHook('onRoute', (route) => {
      route.bodyLimit = MAX_BODY_BYTES;
    });
    // Read here the way REST reads it: unpacked, bounded, and refused where it isn't UTF-8.
    app.addHook('preParsing', async (request, _reply, payload) => {
      if (request.method !== 'POST') return payload;
      const text = await bodyText(request, MAX_BODY_BYTES);
      refuseHeavyJson(text, BATCH_SHAPE);
      const body = Buffer.from(text);
      const read: RequestPayload = Readable.from([body], { objectMode: false });
      read.receivedEncodedLength = Number(request.headers['content-length'] ?? body.length);
      return read;
    });
    app.addHook('onSend', (request, reply, payload, done) => {
      if (request.apiContext) applyEffects(request, reply, request.apiContext);
      reply.header('Cache-Control', 'no-store');
      done(null, payload);
    });
    await app.register(fastifyTRPCPlugin<AppRouter>, {
      prefix: '',
      trpcOptions: {
        router: appRouter,
        allowMethodOverride: true,
        maxBatchSize: MAX_BATCH,
        createContext: ({ req }) => (req.apiContext = requestContext(deps, req)),
        responseMeta: ({ errors, ctx }) => {
          const first = errors.map((error) => error.cause).find((cause) => cause instanceof DomainError);
          const sent = ctx !== undefined && (ctx as RequestContext).credential !== null;
          return first ? { headers: new Headers(problemHeaders(first, sent)) } : {};
        },
      } satisfies FastifyTRPCPluginOptions<AppRouter>['trpcOptions'],
    });
  };
