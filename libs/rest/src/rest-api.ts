import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { ApiDeps, Binding } from '@codemetrics/api';
import { bindings } from '@codemetrics/api';
import { DomainError } from '@codemetrics/contracts';
import './fastify-types.ts';
import { openApiDocument } from './openapi/document.ts';
import { fastifyPath, registerOperation } from './rest-routes.ts';
import { refusedByFastify, sendProblem } from './send-problem.ts';

const ALL_METHODS: readonly HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Every operation, in the order of the bindings. */
export const allBindings: readonly Binding[] = Object.values(bindings).flatMap(
  (verbs) => Object.values(verbs) as unknown as Binding[],
);

const methodsByPath = (): Map<string, HTTPMethods[]> => {
  const paths = new Map<string, HTTPMethods[]>();
  for (const { operation } of allBindings)
    paths.set(operation.path, [...(paths.get(operation.path) ?? []), operation.method]);
  paths.set('/openapi.json', ['GET']);
  return paths;
};

const allowList = (methods: readonly HTTPMethods[]): string =>
  [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');

/** Gives the methods that an address takes; undefined where there is nothing. */
const allowedMethods = (
  paths: ReadonlyMap<string, readonly HTTPMethods[]>,
): ((path: string) => string | undefined) => {
  const known = [...paths].map(([path, methods]) => ({
    pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`),
    allow: allowList(methods),
  }));
  return (path) => known.find(({ pattern }) => pattern.test(path))?.allow;
};

const routeName = (method: string, url: string): string => `${method} ${url}`;

/** The routes that look at the media type of their body. */
const WITH_BODY = new Set(
  allBindings
    .filter(({ operation }) => operation.method !== 'GET' && operation.method !== 'DELETE')
    .map(({ operation }) => routeName(operation.method, fastifyPath(operation.path))),
);

/** Answers OPTIONS with what a path knows, and any other method with 405 and the same list. */
export const registerOtherMethods = (
  app: FastifyInstance,
  path: string,
  methods: readonly HTTPMethods[],
): void => {
  const allow = allowList(methods);
  const url = fastifyPath(path);
  app.route({
    method: 'OPTIONS',
    url,
    handler: (_request, reply) => reply.header('Allow', allow).code(204).send(),
  });
  app.route({
    method: [
      ...ALL_METHODS.filter((method) => !methods.includes(method)),
      ...(methods.includes('GET') ? [] : ['HEAD' as const]),
    ],
    url,
    handler: (request, reply) => {
      reply.header('Allow', allow);
      return sendProblem(
        request,
        reply,
        new DomainError('method-not-allowed', { detail: `${path} takes ${allow}.` }),
      );
    },
  });
};

/** The REST face: registers every operation under the prefix that it is mounted at. */
export const restApi = (deps: ApiDeps, options: { readonly version: string }) => {
  const document = JSON.stringify(openApiDocument(options.version));
  return (app: FastifyInstance, _options: unknown, done: () => void): void => {
    // Bodies are read by the operation, once its caller has been admitted, as the contract says.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, _payload, parsed) => parsed(null));
    // Fastify refuses an odd media type, or none with QUERY, before it asks the handler. Where no body is read, the
    // type of one says nothing: the answer is that of the handler, such as 405.
    app.addHook('onRequest', (request, _reply, next) => {
      const route = routeName(request.method, request.routeOptions.url?.slice(app.prefix.length) ?? '');
      if (!WITH_BODY.has(route)) request.raw.headers['content-type'] = 'application/octet-stream';
      next();
    });
    for (const binding of allBindings) registerOperation(app, deps, binding);
    app.get('/openapi.json', (_request, reply) =>
      reply.type('application/json; charset=utf-8').send(document),
    );
    for (const [path, methods] of methodsByPath()) registerOtherMethods(app, path, methods);
    const allowed = allowedMethods(methodsByPath());
    app.setNotFoundHandler((request: FastifyRequest, reply: FastifyReply) => {
      // Methods that no route knows, such as PROPFIND, come here too.
      const allow = allowed(request.url.slice(app.prefix.length).split('?', 1)[0]!);
      if (allow !== undefined) {
        reply.header('Allow', allow);
        return sendProblem(
          request,
          reply,
          new DomainError('method-not-allowed', { detail: `This takes ${allow}.` }),
        );
      }
      return sendProblem(
        request,
        reply,
        new DomainError('not-found', {
          detail: 'There is nothing at this address. The API is described at /docs.',
        }),
      );
    });
    app.setErrorHandler((error, request, reply) => {
      const known = error instanceof DomainError ? error : refusedByFastify(error);
      if (known === undefined)
        deps.reportFailure(error, { id: request.id, address: request.ip, userAgent: null });
      return sendProblem(request, reply, known ?? new DomainError('internal'), request.apiContext);
    });
    done();
  };
};
