import type { DomainError } from '@codemetrics/contracts';
import { PROBLEMS } from '@codemetrics/contracts';
import type { RequestContext } from './context.ts';

/** The headers that an answer carries because of what the call did: limits, expiry. */
export const effectHeaders = (effects: RequestContext['effects']): Record<string, string> => {
  const { rateLimit, tokenExpires } = effects;
  return {
    ...(rateLimit
      ? {
          RateLimit: `"default";r=${rateLimit.remaining};t=${rateLimit.resetSeconds}`,
          'RateLimit-Policy': `"default";q=${rateLimit.calls};w=${rateLimit.windowSeconds}`,
        }
      : {}),
    ...(tokenExpires ? { 'CodeMetrics-Token-Expires': tokenExpires.toISOString() } : {}),
  };
};

/** The headers that a problem carries. */
export const problemHeaders = (error: DomainError, credentialSent: boolean): Record<string, string> => ({
  ...(PROBLEMS[error.code].status === 401
    ? {
        'WWW-Authenticate': credentialSent
          ? 'Bearer realm="codemetrics", error="invalid_token"'
          : 'Bearer realm="codemetrics"',
      }
    : {}),
  ...(error.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(error.retryAfterSeconds) }),
});
