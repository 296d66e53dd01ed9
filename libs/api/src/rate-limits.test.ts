import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, test } from 'vitest';
import { createRateLimits, RateLimitedError } from './rate-limits.ts';

const POLICY = { calls: 1000, windowSeconds: 60 };
const sharedCount = () => new RateLimiterMemory({ points: POLICY.calls, duration: POLICY.windowSeconds });

const admitted = async (answers: readonly Promise<unknown>[]): Promise<number> =>
  (await Promise.allSettled(answers)).filter((answer) => answer.status === 'fulfilled').length;

describe('limits over a count that servers share', () => {
  test('let through the limit within 1 % over three servers, whatever the order, and never more', async () => {
    const count = sharedCount();
    const servers = [1, 2, 3].map(() => createRateLimits(POLICY, count));
    const calls = Array.from({ length: 3000 }, (_, n) => servers[(n * 7) % 3]!.take('someone'));
    const all = await admitted(calls);
    expect(all).toBeLessThanOrEqual(1000);
    expect(all).toBeGreaterThanOrEqual(990);
  });

  test('ask the count once for several calls, and no more once it is exhausted', async () => {
    const count = sharedCount();
    let asked = 0;
    const consume = count.consume.bind(count);
    count.consume = (...given) => ((asked += 1), consume(...given));
    const limits = createRateLimits(POLICY, count);
    for (let n = 0; n < 1000; n++) await limits.take('someone');
    expect(asked).toBe(500);
    for (let n = 0; n < 50; n++)
      await expect(limits.take('someone')).rejects.toBeInstanceOf(RateLimitedError);
    expect(asked).toBeLessThanOrEqual(501);
  });

  test('tell the remaining calls of the window, and begin anew after it', async () => {
    let now = 0;
    const limits = createRateLimits({ calls: 3, windowSeconds: 1 }, sharedCountOf(3, 1), () => now);
    const state = await limits.take('someone');
    expect(state).toMatchObject({ calls: 3, windowSeconds: 1, remaining: 2, resetSeconds: 1 });
    await limits.take('someone');
    await limits.take('someone');
    await expect(limits.refuseExhausted('someone')).rejects.toBeInstanceOf(RateLimitedError);
    await expect(limits.take('someone')).rejects.toMatchObject({ retryAfterSeconds: 1 });
    await expect(limits.take('another')).resolves.toMatchObject({ remaining: 2 });
    await new Promise((resolve) => setTimeout(resolve, 1100));
    now = 1100;
    await expect(limits.take('someone')).resolves.toMatchObject({ remaining: 2 });
  });

  test('a count that fails refuses the call with its own error', async () => {
    const count = sharedCount();
    count.consume = () => Promise.reject(new Error('gone'));
    await expect(createRateLimits(POLICY, count).take('someone')).rejects.toThrow('gone');
  });
});

const sharedCountOf = (points: number, duration: number) => new RateLimiterMemory({ points, duration });
