import type {} from '@fastify/cookie';
import type { RequestContext } from '@codemetrics/api';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once an operation has begun, so that a refusal still carries the headers of what was done. */
    apiContext?: RequestContext;
  }
}
