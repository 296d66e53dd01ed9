import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@codemetrics/contracts';

/** So many calls a window of so many seconds, for each credential, and for each address without one. */
export interface RateLimitPolicy {
  readonly calls: number;
  readonly windowSeconds: number;
}

/** Where a caller stands. */
export interface RateLimitState extends RateLimitPolicy {
  readonly remaining: number;
  readonly resetSeconds: number;
}

export interface RateLimits {
  /** Takes one call of a caller; undefined where limits are off. Over the limit: `rate-limited`, with the state on the error's `cause`. */
  take(caller: string): Promise<RateLimitState | undefined>;
  /** Refuses a caller who has no call left, without taking one. */
  refuseExhausted(caller: string): Promise<void>;
}

/** The refusal of a call, with the state that its headers tell. */
export class RateLimitedError extends DomainError {
  readonly state: RateLimitState;
  constructor(state: RateLimitState) {
    super('rate-limited', {
      detail: `More than ${state.calls} calls in ${state.windowSeconds} seconds. Wait ${state.resetSeconds} seconds.`,
      retryAfterSeconds: state.resetSeconds,
    });
    this.state = state;
  }
}

/** Limits counted in this process. */
export const createRateLimits = (policy: RateLimitPolicy | null): RateLimits => {
  if (policy === null)
    return { take: () => Promise.resolve(undefined), refuseExhausted: () => Promise.resolve() };
  const limiter = new RateLimiterMemory({ points: policy.calls, duration: policy.windowSeconds });
  const stateOf = (result: RateLimiterRes): RateLimitState => ({
    ...policy,
    remaining: Math.max(0, result.remainingPoints),
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  });
  return {
    take: async (caller) => {
      try {
        return stateOf(await limiter.consume(caller));
      } catch (error) {
        if (error instanceof RateLimiterRes) throw new RateLimitedError(stateOf(error));
        throw error;
      }
    },
    refuseExhausted: async (caller) => {
      const result = await limiter.get(caller);
      if (result !== null && result.remainingPoints <= 0) throw new RateLimitedError(stateOf(result));
    },
  };
};
