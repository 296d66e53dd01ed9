import { LRUCache } from 'lru-cache';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { RateLimiterRes } from 'rate-limiter-flexible';
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
  /** Takes one call of a caller; undefined where limits are off. Over the limit: `rate-limited`, with the state on the error. */
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

/** Calls that this server took from the shared count and has not given out yet. */
interface Lease {
  left: number;
  /** What the shared count had left beyond this lease. */
  readonly beyond: number;
  readonly endsAt: number;
}

/** Leases together stay under 1 % of a limit on three servers: each holds back less than this part of it. */
const LEASED_PART = 1 / 400;
const MOST_CALLERS = 50_000;

/**
 * Limits over a count that servers may share. Calls are taken from it by the lease, a few at a time, so that it is not
 * asked for each one; a caller over the limit isn't asked for again until the window ends. Never lets through more than
 * the limit; servers that hold unused leases let through a little less.
 */
export const createRateLimits = (
  policy: RateLimitPolicy | null,
  count: RateLimiterAbstract | null,
  now: () => number = Date.now,
): RateLimits => {
  if (policy === null || count === null)
    return { take: () => Promise.resolve(undefined), refuseExhausted: () => Promise.resolve() };
  const size = Math.max(1, Math.floor(policy.calls * LEASED_PART));
  const leases = new LRUCache<string, Lease>({ max: MOST_CALLERS });
  const asking = new Map<string, Promise<Lease>>();

  const toLease = (left: number, result: RateLimiterRes): Lease => ({
    left,
    beyond: Math.max(0, result.remainingPoints),
    endsAt: now() + result.msBeforeNext,
  });
  const ask = async (caller: string): Promise<Lease> => {
    try {
      return toLease(size, await count.consume(caller, size));
    } catch (error) {
      if (error instanceof RateLimiterRes) return toLease(0, error);
      throw error;
    }
  };
  /** One question at a time for each caller; who comes meanwhile shares its answer. */
  const renew = (caller: string): Promise<Lease> => {
    const asked =
      asking.get(caller) ??
      ask(caller)
        .then((lease) => (leases.set(caller, lease), lease))
        .finally(() => asking.delete(caller));
    asking.set(caller, asked);
    return asked;
  };
  const current = (caller: string): Lease | undefined => {
    const lease = leases.get(caller);
    return lease && lease.endsAt > now() ? lease : undefined;
  };
  const isExhausted = (lease: Lease): boolean => lease.left === 0 && lease.beyond === 0;
  const stateOf = (lease: Lease): RateLimitState => ({
    ...policy,
    remaining: lease.left + lease.beyond,
    resetSeconds: Math.max(1, Math.ceil((lease.endsAt - now()) / 1000)),
  });

  return {
    take: async (caller) => {
      for (;;) {
        const lease = current(caller);
        if (lease && lease.left > 0) {
          lease.left -= 1;
          return stateOf(lease);
        }
        const renewed = lease && isExhausted(lease) ? lease : await renew(caller);
        if (renewed.left === 0 && isExhausted(renewed)) throw new RateLimitedError(stateOf(renewed));
      }
    },
    refuseExhausted: async (caller) => {
      const lease = current(caller);
      if (lease && lease.left > 0) return;
      const result = lease && isExhausted(lease) ? undefined : await count.get(caller);
      if (result && result.remainingPoints <= 0) throw new RateLimitedError(stateOf(toLease(0, result)));
      if (lease && isExhausted(lease)) throw new RateLimitedError(stateOf(lease));
    },
  };
};
