export { effectHeaders, problemHeaders } from './answer-headers.ts';
export type { Binding } from './binding.ts';
export { perform } from './binding.ts';
export { bindings } from './bindings.ts';
export type { ApiDeps, Credential, RequestContext } from './context.ts';
export type { RateLimitPolicy, RateLimits, RateLimitState } from './rate-limits.ts';
export { createRateLimits } from './rate-limits.ts';
export type { AppRouter } from './router.ts';
export { appRouter } from './router.ts';
