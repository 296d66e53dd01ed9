import type { Deps, KnownActor, RequestMeta } from '@codemetrics/services';
import type { RateLimits, RateLimitState } from './rate-limits.ts';

/** What the API needs beside what the verbs need. */
export interface ApiDeps extends Deps {
  readonly limits: RateLimits;
  /** Called with every failure that is the server's own, so that it is logged once. */
  readonly reportFailure: (error: unknown, request: RequestMeta) => void;
}

/** The credential as it came. */
export interface Credential {
  readonly token: string;
  readonly via: 'bearer' | 'cookie';
}

/** One HTTP request on its way through the API; a tRPC batch is several calls of one request. */
export interface RequestContext {
  readonly deps: ApiDeps;
  readonly request: RequestMeta;
  /** null: none was sent; `invalid`: something was sent that can't be one. */
  readonly credential: Credential | 'invalid' | null;
  /** Whether the request passes the cross-site check that a cookie needs on a change. */
  readonly sameSite: boolean;
  /** What the adapter must put into the answer's headers. */
  readonly effects: {
    sessionCookie?: { readonly token: string; readonly expires: Date } | 'clear';
    rateLimit?: RateLimitState;
    tokenExpires?: Date;
  };
  /** Set where a request goes on to a further page of its answer. */
  readonly isContinued?: boolean;
  /** Looked up once a request, whatever the number of calls in it. */
  actor?: Promise<KnownActor>;
}
