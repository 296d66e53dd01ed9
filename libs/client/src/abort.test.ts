import { describe, expect, test } from 'vitest';
import { bad, scripted } from '../test/scripted-server.ts';
import { createClient } from './create-client.ts';

describe('an abort ends a call with the signal’s reason', () => {
  const reason = new Error('enough');

  test('before, while it runs, and while it waits', async () => {
    await using server = await scripted('hang', bad(503, 'unavailable', { 'retry-after': '50' }));
    const client = createClient({ url: server.url });
    await expect(client.session.get({}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(server.received).toHaveLength(0);
    for (const expected of [1, 2]) {
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 60);
      await expect(client.session.get({}, { signal: controller.signal })).rejects.toBe(reason);
      expect(server.received).toHaveLength(expected);
    }
  });

  test('while a call runs that is never sent again', async () => {
    await using server = await scripted('hang');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 60);
    const call = createClient({ url: server.url }).tokens.create(
      { subject: 'a' },
      { signal: controller.signal },
    );
    await expect(call).rejects.toBe(reason);
  });

  test('a timeout of the call’s own is told apart', async () => {
    await using server = await scripted('hang');
    const call = createClient({ url: server.url, retry: false }).session.get({}, { timeoutMs: 40 });
    await expect(call).rejects.toMatchObject({
      code: 'timeout',
      message: expect.stringContaining('40 ms') as string,
    });
  });
});
