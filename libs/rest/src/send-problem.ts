import type { FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '@codemetrics/api';
import { effectHeaders, problemHeaders } from '@codemetrics/api';
import { DomainError, toProblem } from '@codemetrics/contracts';

/** Answers with a problem document. */
export const sendProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  error: DomainError,
  ctx?: RequestContext,
): FastifyReply => {
  const problem = toProblem(error, request.id);
  const sent = request.headers.authorization !== undefined || (ctx !== undefined && ctx.credential !== null);
  return reply
    .code(problem.status)
    .headers({
      ...(ctx ? effectHeaders(ctx.effects) : {}),
      ...problemHeaders(error, sent),
      'Cache-Control': 'no-store',
      // Set here too: what is refused before routing, such as a broken address, passes no hook.
      'X-Request-Id': request.id,
      'X-Content-Type-Options': 'nosniff',
    })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
};

const BY_FASTIFY_CODE: Readonly<Record<string, ConstructorParameters<typeof DomainError>[0]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-body',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed-body',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
  FST_ERR_ASYNC_CONSTRAINT: 'not-found',
};

/** What the HTTP layer itself refused, as a DomainError; undefined for a failure of the server's own. */
export const refusedByFastify = (error: unknown): DomainError | undefined => {
  const { code, statusCode } = error as { code?: string; statusCode?: number };
  const known = code === undefined ? undefined : BY_FASTIFY_CODE[code];
  if (known !== undefined) return new DomainError(known);
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500
    ? new DomainError('malformed-body')
    : undefined;
};
