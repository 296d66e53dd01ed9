import { describe, expect, test } from 'vitest';
import { bad, good, noWaiting, scripted } from '../test/scripted-server.ts';
import type { Step } from '../test/scripted-server.ts';
import { createClient } from './create-client.ts';

const gateway = (status: number): Step => ({ status, body: '<html>busy</html>' });
const runs = { runs: [] };
const counts = { received: 0, created: 0, updated: 0, unchanged: 0 };

describe('a call is sent again', () => {
  test.each<[string, Step]>([
    ['429', bad(429, 'rate-limited')],
    ['503', bad(503, 'unavailable')],
    ['a gateway’s 502', gateway(502)],
    ['a gateway’s 504', gateway(504)],
    ['a broken connection', 'drop'],
    ['an answer cut short', 'cut'],
  ])('after %s', async (_name, step) => {
    await using server = await scripted(step, step, good(counts));
    const { retry, waits } = noWaiting(0.5);
    expect(await createClient({ url: server.url, retry }).pipelineRuns.send(runs)).toEqual(counts);
    expect(server.received).toHaveLength(3);
    expect(waits).toEqual([250, 500]);
  });

  test('after an attempt that took too long', async () => {
    await using server = await scripted('hang', good(counts));
    const retry = { ...noWaiting().retry, attemptTimeoutMs: 50 };
    expect(
      await createClient({ url: server.url, retry }).coverage.upload({
        workload: 'a',
        repository: 'a/b',
        commit: 'abcdef0',
        report: '',
      }),
    ).toEqual(counts);
  });

  test('as soon as Retry-After says, in seconds or as a date by the server’s clock', async () => {
    await using server = await scripted(
      bad(429, 'rate-limited', { 'retry-after': '7' }),
      bad(503, 'unavailable', {
        date: 'Wed, 21 Oct 2015 07:28:00 GMT',
        'retry-after': 'Wed, 21 Oct 2015 07:28:12 GMT',
      }),
      bad(503, 'unavailable', { 'retry-after': '0' }),
      good([]),
    );
    const { retry, waits } = noWaiting(0);
    await createClient({ url: server.url, retry }).tokens.list();
    expect(waits).toEqual([7000, 12_000, 0]);
  });

  test('with waits that grow to the cap, at most four times by default', async () => {
    await using server = await scripted('drop');
    const { retry, waits } = noWaiting(1);
    const call = createClient({ url: server.url, retry: { ...retry, maxDelayMs: 3000 } }).session.get();
    await expect(call).rejects.toMatchObject({ code: 'network', status: null });
    expect(waits).toEqual([500, 1000, 2000, 3000]);
    expect(server.received).toHaveLength(5);
  });

  test('by the built-in clock too', async () => {
    await using server = await scripted('drop', good([]));
    await createClient({ url: server.url, retry: { baseDelayMs: 5 } }).tokens.list();
    expect(server.received).toHaveLength(2);
  });
});

describe('a call is not sent again', () => {
  test('when Retry-After asks for more than a minute', async () => {
    await using server = await scripted(bad(429, 'rate-limited', { 'retry-after': '61' }));
    const { retry, waits } = noWaiting();
    const call = createClient({ url: server.url, retry }).session.get();
    await expect(call).rejects.toMatchObject({ code: 'rate-limited', retryAfterSeconds: 61 });
    expect(waits).toEqual([]);
  });

  test.each<Step>(['drop', 'cut', 'hang', gateway(504), bad(503, 'unavailable')])(
    'when it makes something and may have been done: %j',
    async (step) => {
      await using server = await scripted(step);
      const client = createClient({ url: server.url, retry: { ...noWaiting().retry, attemptTimeoutMs: 50 } });
      await expect(client.tokens.create({ subject: 'a' })).rejects.toThrow();
      await expect(client.tokens.rotate({ tokenId: 'a' })).rejects.toThrow();
      await expect(client.tokens.rotateSelf()).rejects.toThrow();
      await expect(client.users.create({ username: 'a', password: 'b' })).rejects.toThrow();
      await expect(client.workloads.create({ id: 'a', name: 'a' })).rejects.toThrow();
      await expect(client.session.create({ username: 'a', password: 'b' })).rejects.toThrow();
      expect(new Set(server.received.map(({ path }) => path)).size).toBe(6);
      expect(server.received).toHaveLength(6);
    },
  );

  test('when it makes something, except after 429, which says that nothing was done', async () => {
    await using server = await scripted(bad(429, 'rate-limited'), good({ tokenId: 'a' }));
    const client = createClient({ url: server.url, retry: noWaiting().retry });
    expect(await client.tokens.create({ subject: 'a' })).toEqual({ tokenId: 'a' });
  });

  test('when a sign-in is locked, or retries are off', async () => {
    await using server = await scripted(
      bad(429, 'sign-in-locked', { 'retry-after': '1' }),
      bad(503, 'unavailable'),
    );
    const signIn = createClient({ url: server.url }).session.create({ username: 'a', password: 'b' });
    await expect(signIn).rejects.toMatchObject({ code: 'sign-in-locked', retryAfterSeconds: 1 });
    await expect(createClient({ url: server.url, retry: false }).session.get()).rejects.toMatchObject({
      status: 503,
    });
    expect(server.received).toHaveLength(2);
  });
});
