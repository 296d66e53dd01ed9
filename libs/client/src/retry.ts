import { CodeMetricsError } from './code-metrics-error.ts';
import type { RetryOptions } from './options.ts';

/**
 * When sending a call again is safe: `repeatable` ones after any passing failure, since doing them twice is doing them
 * once; `once` only after an answer that says that nothing was done; `never` where the body can't be sent again.
 */
export type Repeat = 'repeatable' | 'once' | 'never';

/** The settings with their defaults. */
export type RetryPolicy = Required<RetryOptions>;

const wait = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });

/** Fills in the defaults; `false` means never again. */
export const retryPolicy = (options: RetryOptions | false = {}): RetryPolicy => {
  const given = options === false ? { retries: 0 } : options;
  return {
    retries: given.retries ?? 4,
    baseDelayMs: given.baseDelayMs ?? 500,
    maxDelayMs: given.maxDelayMs ?? 60_000,
    attemptTimeoutMs: given.attemptTimeoutMs ?? 30_000,
    delay: given.delay ?? wait,
    random: given.random ?? Math.random,
  };
};

const PASSING_STATUSES: readonly (number | null)[] = [429, 502, 503, 504];

/** Whether the failure passes by itself, and the call may be sent again. */
export const mayRepeat = (error: unknown, repeat: Repeat): boolean => {
  if (!(error instanceof CodeMetricsError) || repeat === 'never') return false;
  // A locked sign-in is an answer for the person who typed, not load to be waited out.
  if (error.code === 'sign-in-locked') return false;
  // A 503 can come from a connection lost while committing, so only a 429 says that nothing was done.
  if (repeat === 'once') return error.status === 429;
  return error.code === 'network' || error.code === 'timeout' || PASSING_STATUSES.includes(error.status);
};

/** How long to wait after the nth failure (from 0); undefined: longer than the policy permits. */
export const delayAfter = (
  policy: RetryPolicy,
  failures: number,
  retryAfterSeconds: number | undefined,
): number | undefined => {
  if (retryAfterSeconds !== undefined) {
    const asked = retryAfterSeconds * 1000;
    // A little at random on top, so that a fleet told the same second doesn't come back as one.
    return asked > policy.maxDelayMs ? undefined : asked + policy.random() * policy.baseDelayMs;
  }
  return policy.random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** failures);
};

/** Makes attempts until one succeeds, fails for good, or there are no more. */
export const withRetries = async <T>(
  policy: RetryPolicy,
  repeat: Repeat,
  signal: AbortSignal | undefined,
  attempt: () => Promise<T>,
): Promise<T> => {
  for (let failures = 0; ; failures += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      if (failures >= policy.retries || !mayRepeat(error, repeat)) throw error;
      const pause = delayAfter(policy, failures, (error as CodeMetricsError).retryAfterSeconds);
      if (pause === undefined) throw error;
      signal?.throwIfAborted();
      await policy.delay(pause, signal);
    }
  }
};
