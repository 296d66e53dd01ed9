import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { Answer, TestServer } from './harness.ts';
import type { NoticeKit } from './notice-kit.ts';
import { createNoticeKit } from './notice-kit.ts';
import type { Received, WebhookReceiver } from './webhook-receiver.ts';
import { startReceiver } from './webhook-receiver.ts';

/** Two servers on one database and somebody's endpoints; read it inside of tests. */
export interface NoticeWorld {
  kit: NoticeKit;
  one: TestServer;
  two: TestServer;
  receiver: WebhookReceiver;
  create(url: string): Promise<Answer>;
  remove(webhookId: string): Promise<Answer>;
  send(webhookId: string): Promise<Answer>;
  /** An endpoint at a path of the receiver. */
  endpoint(path: string): Promise<{ webhookId: string; secret: string }>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a black-box test looks at whatever came
  stateOf(webhookId: string): Promise<any>;
  /** What came to a path so far. */
  arrived(path: string): Received[];
  /** Brings about one notice: a token's last 30 days. */
  bringAbout(): Promise<{ token: string; tokenId: string }>;
}

/** A world for all tests of a file; each test begins without endpoints. */
export const useNoticeWorld = (): NoticeWorld => {
  const asAdmin = (method: string, path: string, json?: unknown): Promise<Answer> =>
    world.one.call(method, `/api/notice-webhooks${path}`, { token: world.one.admin, json });
  const list = async (): Promise<{ webhookId: string }[]> => (await asAdmin('GET', '')).body.webhooks;
  let day = 0;
  const world = {
    create: (url) => asAdmin('POST', '', { url }),
    remove: (webhookId) => asAdmin('DELETE', `/${webhookId}`),
    send: (webhookId) => asAdmin('POST', `/${webhookId}/test`, {}),
    endpoint: async (path) => {
      const answer = await world.create(world.receiver.url + path);
      expect(answer.status, answer.text).toBe(201);
      return answer.body;
    },
    stateOf: async (webhookId) => (await list()).find((one) => one.webhookId === webhookId),
    arrived: (path) => world.receiver.received.filter((request) => request.path === path),
    bringAbout: async () => {
      world.kit.moveTo((day += 100));
      const made = await world.one.serviceToken({ subject: 'nightly', ttl: '31d' });
      world.kit.moveTo((day += 1.5));
      return made;
    },
  } as NoticeWorld;
  beforeAll(async () => {
    world.kit = await createNoticeKit();
    world.receiver = await startReceiver();
    world.one = await world.kit.start();
    world.two = await world.kit.start();
  });
  afterEach(async () => {
    for (const { webhookId } of await list()) await world.remove(webhookId);
  });
  afterAll(async () => {
    await world.kit?.close();
    await world.receiver?.close();
  });
  return world;
};
