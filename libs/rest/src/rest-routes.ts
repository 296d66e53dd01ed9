import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { ApiDeps, Binding, RequestContext } from '@codemetrics/api';
import { effectHeaders, perform } from '@codemetrics/api';
import type { Operation, QueryResult } from '@codemetrics/contracts';
import { DomainError, MAX_BODY_BYTES } from '@codemetrics/contracts';
import { acceptedType } from './accepts.ts';
import { queryCoercion } from './coerce-query.ts';
import { toCsv } from './csv.ts';
import { ndjsonOf } from './ndjson.ts';
import { inputParser } from './parse-input.ts';
import { bodyBytes, bodyForm, bodyJson, bodyText, FORM, mediaTypeOf } from './read-body.ts';
import { requestContext, SESSION_COOKIE } from './request-context.ts';

const NDJSON = 'application/x-ndjson';
/** As many as a page may have at most. */
const ROWS_A_PAGE = 500;

/** `/tokens/{tokenId}` as Fastify writes it. */
export const fastifyPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that may stand in the query string; undefined for all. What belongs in a body is never taken from a URL, where it would be logged. */
const queryFields = (operation: Operation, hasBody: boolean): ReadonlySet<string> | undefined => {
  const { rest } = operation;
  if (!hasBody) return undefined;
  if (!rest?.rawBody) return new Set(rest?.query ?? []);
  const all = Object.keys((operation.input as unknown as z.ZodObject).shape);
  return new Set(
    all.filter(
      (name) =>
        name !== rest.rawBody!.field && rest.headers?.[name] === undefined && rest.allHeaders !== name,
    ),
  );
};

/** The request's headers without cookies; of one that was sent several times, all values joined as HTTP does. */
const singleHeaders = (request: FastifyRequest): Record<string, string> =>
  Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      name === 'cookie' || value === undefined
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );

/** Everything about one operation that can be settled once, when the server starts. */
const prepare = (operation: Operation, now: () => Date) => {
  const reshape = operation.rest?.reshape;
  const rawBody = operation.rest?.rawBody;
  const coerce = queryCoercion(operation.input);
  const input = inputParser(
    rawBody?.stream
      ? (operation.input as unknown as z.ZodObject).omit({ [rawBody.field]: true } as never)
      : operation.input,
  );
  const hasBody = operation.method !== 'GET' && operation.method !== 'DELETE';
  const inQuery = queryFields(operation, hasBody);

  const jsonBody = async (request: FastifyRequest): Promise<Record<string, unknown>> => {
    const type = mediaTypeOf(request);
    if (operation.rest?.form && type === FORM) return coerce(await bodyForm(request));
    const isEmpty =
      (request.headers['content-length'] ?? '0') === '0' &&
      request.headers['transfer-encoding'] === undefined;
    if (type !== 'application/json' && !(isEmpty && type === ''))
      throw new DomainError('unsupported-media-type', {
        detail: `Send the body as application/json${operation.rest?.form ? ` or ${FORM}` : ''}.`,
      });
    const body = (await bodyJson(request, MAX_BODY_BYTES, input.shape)) ?? {};
    if (!isPlainObject(body))
      throw new DomainError('invalid-input', { detail: 'The body must be a JSON object.' });
    return body;
  };

  const rawInput = async (request: FastifyRequest): Promise<Record<string, unknown>> => {
    if (!rawBody) return {};
    if (!rawBody.mediaTypes.includes(mediaTypeOf(request)))
      throw new DomainError('unsupported-media-type', {
        detail: `Send the body as ${rawBody.mediaTypes.join(', ')}.`,
      });
    return rawBody.stream ? {} : { [rawBody.field]: await bodyText(request, rawBody.limitBytes) };
  };

  return async (request: FastifyRequest): Promise<unknown> => {
    const sent = request.query as Record<string, string | string[]>;
    const query = coerce(reshape && !hasBody ? (reshape(sent, now()) as typeof sent) : sent);
    const stray = inQuery === undefined ? undefined : Object.keys(query).find((name) => !inQuery.has(name));
    if (stray !== undefined)
      throw new DomainError('invalid-input', {
        detail: `${stray.slice(0, 100)}: is not a query parameter of this operation`,
        errors: [{ path: stray.slice(0, 100), message: 'is not a query parameter of this operation' }],
      });
    const params = coerce(request.params as Record<string, string>);
    const headers: Record<string, unknown> = Object.fromEntries(
      Object.entries(operation.rest?.headers ?? {}).map(([field, name]) => [field, request.headers[name]]),
    );
    const { allHeaders } = operation.rest ?? {};
    if (allHeaders !== undefined) headers[allHeaders] = singleHeaders(request);
    const told = rawBody ? await rawInput(request) : hasBody ? await jsonBody(request) : {};
    const body = reshape && hasBody ? reshape(told, now()) : told;
    const twice = Object.keys(body).find((name) => Object.hasOwn(params, name));
    if (twice !== undefined)
      throw new DomainError('invalid-input', {
        detail: `${twice}: is in the path already`,
        errors: [{ path: twice, message: 'is in the path already' }],
      });
    const read = await input.parse({ ...query, ...body, ...headers, ...params });
    return rawBody?.stream
      ? { ...(read as object), [rawBody.field]: bodyBytes(request, rawBody.limitBytes) }
      : read;
  };
};

const setCookie = (
  request: FastifyRequest,
  reply: FastifyReply,
  cookie: RequestContext['effects']['sessionCookie'],
): void => {
  if (cookie === undefined) return;
  const options = {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: request.protocol === 'https',
  };
  if (cookie === 'clear') reply.clearCookie(SESSION_COOKIE, options);
  else reply.setCookie(SESSION_COOKIE, cookie.token, { ...options, expires: cookie.expires });
};

/** Sets what a call did beside its answer: cookie, limits, expiry. */
export const applyEffects = (request: FastifyRequest, reply: FastifyReply, ctx: RequestContext): void => {
  reply.headers(effectHeaders(ctx.effects));
  setCookie(request, reply, ctx.effects.sessionCookie);
};

/** The time of the answer is no part of what it says, so that an unchanged answer keeps its tag. */
const etagOf = (output: unknown): string =>
  `W/"${createHash('sha256')
    .update(JSON.stringify({ ...(output as object), asOf: undefined }))
    .digest('base64url')
    .slice(0, 27)}"`;

/** RFC 9110's weak comparison: the same tag with or without `W/`, or `*`. */
const isKnown = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch
    ?.split(',')
    .some((one) => one.trim() === '*' || `W/${one.trim().replace(/^W\//, '')}` === etag) ?? false;

const sendOutput = (
  request: FastifyRequest,
  reply: FastifyReply,
  operation: Operation,
  type: string,
  output: unknown,
): FastifyReply => {
  // Credentials and what only this caller may see; what carries a tag says below how it may be kept.
  reply.header('Cache-Control', 'no-store');
  if (operation.status === 204) return reply.code(204).send();
  if (operation.rest?.csv) {
    const etag = etagOf({ type, ...(output as object) });
    reply.headers({
      ETag: etag,
      Vary: 'Accept, Authorization, Cookie',
      'Cache-Control': 'private, no-cache',
    });
    if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
  }
  if (type === 'text/csv')
    return reply
      .code(200)
      .type('text/csv; charset=utf-8; header=present')
      .send(toCsv(output as QueryResult));
  return reply.code(operation.status).type('application/json; charset=utf-8').send(JSON.stringify(output));
};

/** Registers one operation as a route of its own. */
export const registerOperation = (app: FastifyInstance, deps: ApiDeps, binding: Binding): void => {
  const { operation } = binding;
  const read = prepare(operation, deps.now);
  const { csv, ndjson } = operation.rest ?? {};
  const offered = ['application/json', ...(csv ? ['text/csv'] : []), ...(ndjson ? [NDJSON] : [])];
  app.route({
    method: operation.method,
    url: fastifyPath(operation.path),
    handler: async (request, reply) => {
      const ctx = requestContext(deps, request);
      request.apiContext = ctx;
      const type = acceptedType(request.headers.accept, offered);
      if (type === undefined && operation.status !== 204)
        throw new DomainError('not-acceptable', { detail: `This answers with ${offered.join(' or ')}.` });
      if (type === NDJSON && ndjson !== undefined) {
        const page = (by: RequestContext, cursor?: string) =>
          perform(binding, by, async () => ({
            ...((await read(request)) as object),
            limit: ROWS_A_PAGE,
            ...(cursor === undefined ? {} : { cursor }),
          }));
        const first = await page(ctx);
        applyEffects(request, reply, ctx);
        reply.headers({ 'Cache-Control': 'no-store' }).type(`${NDJSON}; charset=utf-8`);
        return reply.send(
          ndjsonOf(first, ndjson, (cursor) =>
            page({ ...requestContext(deps, request), isContinued: true }, cursor),
          ),
        );
      }
      const output = await perform(binding, ctx, () => read(request));
      applyEffects(request, reply, ctx);
      return sendOutput(request, reply, operation, type ?? 'application/json', output);
    },
  });
};
