import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dump, query } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';
import type { NoticeKit } from './notice-kit.ts';
import { createNoticeKit, DAY_MS, noticesOf } from './notice-kit.ts';
import type { Received, WebhookReceiver } from './webhook-receiver.ts';
import { startReceiver, verified } from './webhook-receiver.ts';

const UNKNOWN = '01900000-0000-7000-8000-000000000000';
let kit: NoticeKit;
let one: TestServer;
let two: TestServer;
let receiver: WebhookReceiver;

beforeAll(async () => {
  kit = await createNoticeKit();
  receiver = await startReceiver();
  one = await kit.start();
  two = await kit.start();
});
afterAll(async () => {
  await kit.close();
  await receiver.close();
});

const create = (url: string, token = one.admin) =>
  one.call('POST', '/api/notice-webhooks', { token, json: { url } });
const endpoint = async (path: string): Promise<{ webhookId: string; secret: string }> => {
  const answer = await create(receiver.url + path);
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const stateOf = async (webhookId: string) =>
  (await one.call('GET', '/api/notice-webhooks', { token: one.admin })).body.webhooks.find(
    (webhook: { webhookId: string }) => webhook.webhookId === webhookId,
  );
const arrived = (path: string): Received[] => receiver.received.filter((request) => request.path === path);
const remove = (webhookId: string) =>
  one.call('DELETE', `/api/notice-webhooks/${webhookId}`, { token: one.admin });

/** Waits until the attempt of this number has been noted, with a pause of about so many seconds until the next. */
const noted = (attempts: number, pauseSeconds: number) =>
  expect
    .poll(async () => {
      const [row] = await query(
        kit.databaseUrl,
        'select attempts, next_attempt_at as next from notice_deliveries where given_up_at is null',
      );
      const pause = (row!['next'] as Date).getTime() - kit.now().getTime();
      return { attempts: row!['attempts'], isAsLong: Math.abs(pause / 1000 / pauseSeconds - 1) <= 0.1001 };
    })
    .toEqual({ attempts, isAsLong: true });

let day = 0;
/** Brings about one notice: a token's last 30 days. */
const bringAbout = async () => {
  kit.moveTo((day += 100));
  const made = await one.serviceToken({ subject: 'nightly', ttl: '31d' });
  kit.moveTo((day += 1.5));
  return made;
};

afterEach(async () => {
  const { webhooks } = (await one.call('GET', '/api/notice-webhooks', { token: one.admin })).body;
  for (const { webhookId } of webhooks) await remove(webhookId);
});

describe('telling an endpoint', () => {
  test('a notice arrives once, rightly signed, and tells what the API tells', async () => {
    const { webhookId, secret } = await endpoint('/once');
    const { token, tokenId } = await bringAbout();
    await expect.poll(() => arrived('/once').length).toBe(1);
    await kit.settle();
    expect(arrived('/once')).toHaveLength(1);
    const [request] = arrived('/once');
    const notice = (await noticesOf(one)).find((each) => each.tokenId === tokenId)!;
    const event = verified(secret, request!, kit.now());
    expect(event).toEqual({
      type: 'token.expiring',
      timestamp: kit.now().toISOString(),
      data: {
        ...{ noticeId: notice.noticeId, tokenId, sub: 'nightly', owner: 'admin', days: 30 },
        expires: new Date(kit.now().getTime() + 29.5 * DAY_MS).toISOString(),
      },
    });
    expect(request!.headers).toMatchObject({
      ...{ 'webhook-id': notice.noticeId, 'content-type': 'application/json' },
      'user-agent': expect.stringMatching(/^CodeMetrics\/\d/),
    });
    expect(() => verified(`whsec_${btoa('another secret')}`, request!, kit.now())).toThrow();
    expect(() => verified(secret, { ...request!, body: `${request!.body} ` }, kit.now())).toThrow();
    expect(await stateOf(webhookId)).toMatchObject({
      ...{ lastSuccess: kit.now().toISOString(), lastFailure: null, disabled: null },
      deliveries: { waiting: 0, delivered: 1, givenUp: 0 },
    });
    expect(JSON.stringify(request)).not.toContain(token.split('.')[2]);
  });

  test('every endpoint is told, and one made later only of what comes later', async () => {
    await endpoint('/first');
    await bringAbout();
    await expect.poll(() => arrived('/first').length).toBe(1);
    await endpoint('/second');
    await bringAbout();
    await expect.poll(() => [arrived('/first').length, arrived('/second').length]).toEqual([2, 1]);
    await kit.settle();
    expect([arrived('/first').length, arrived('/second').length]).toEqual([2, 1]);
  });

  test('a new network and a token without use have their own types', async () => {
    const { secret } = await endpoint('/types');
    const { token } = await one.serviceToken({ ttl: '3650d' });
    const from = (address: string) =>
      two.call('GET', '/api/session', { token, headers: { 'x-forwarded-for': address } });
    await from('203.0.113.7');
    kit.move(1);
    await from('198.51.100.1');
    await kit.stop(two);
    two = await kit.start();
    await expect.poll(() => arrived('/types').length).toBe(1);
    kit.moveTo((day += 91));
    await expect.poll(() => arrived('/types').length).toBeGreaterThan(1);
    const events = arrived('/types').map((request) => JSON.parse(request.body) as { type: string });
    expect(events[0]).toMatchObject({
      type: 'token.new_network',
      data: { network: '198.51.100.0/24', address: '198.51.100.1' },
    });
    expect(events[1]).toMatchObject({ type: 'token.unused', data: { days: 90 } });
    expect(verified(secret, arrived('/types').at(-1)!, kit.now()).type).toBe('token.unused');
  });
});

describe('an endpoint that fails', () => {
  test('is tried again with the same id and body and a new time, until it succeeds', async () => {
    const { webhookId, secret } = await endpoint('/later');
    receiver.answer('/later', 500);
    await bringAbout();
    await noted(1, 5);
    expect((await stateOf(webhookId)).lastFailure).toBe('The endpoint answered 500.');
    kit.move(4);
    await kit.settle();
    expect(arrived('/later')).toHaveLength(1);
    kit.move(2);
    await noted(2, 60);
    kit.move(53);
    await kit.settle();
    expect(arrived('/later')).toHaveLength(2);
    receiver.answer('/later', 204);
    kit.move(14);
    await expect.poll(async () => (await stateOf(webhookId)).deliveries.delivered).toBe(1);
    const requests = arrived('/later');
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(new Set(requests.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3);
    expect(verified(secret, requests[2]!, kit.now()).type).toBe('token.expiring');
    expect((await stateOf(webhookId)).lastFailure).toBeNull();
    kit.move(3 * 86_400);
    await kit.settle();
    expect(arrived('/later')).toHaveLength(3);
  });

  test.each([301, 404, 429, 503])('%i is no success', async (status) => {
    const path = `/status-${status}`;
    const { webhookId } = await endpoint(path);
    receiver.answer(path, status);
    await bringAbout();
    await expect
      .poll(async () => (await stateOf(webhookId)).lastFailure)
      .toBe(`The endpoint answered ${status}.`);
    expect((await stateOf(webhookId)).deliveries).toEqual({ waiting: 1, delivered: 0, givenUp: 0 });
    expect(arrived(path)).toHaveLength(1);
  });

  test('is given up after nine attempts over two days', async () => {
    const { webhookId } = await endpoint('/never');
    receiver.answer('/never', 500);
    await bringAbout();
    for (const [at, pause] of [5, 60, 300, 1800, 7200, 21_600, 43_200, 86_400].entries()) {
      await noted(at + 1, pause);
      expect(arrived('/never')).toHaveLength(at + 1);
      kit.move(pause * 1.1);
    }
    await expect
      .poll(async () => (await stateOf(webhookId)).deliveries)
      .toEqual({ waiting: 0, delivered: 0, givenUp: 1 });
    kit.move(86_400);
    await kit.settle();
    expect(arrived('/never')).toHaveLength(9);
  });

  test('that answers 410 is disabled, and told nothing more', async () => {
    const { webhookId } = await endpoint('/gone');
    receiver.answer('/gone', 410);
    await bringAbout();
    await expect.poll(async () => (await stateOf(webhookId)).disabled).toBe(kit.now().toISOString());
    expect((await stateOf(webhookId)).deliveries).toEqual({ waiting: 0, delivered: 0, givenUp: 1 });
    const { entries } = (
      await one.call('GET', '/api/audit?action=noticeWebhooks.disable', { token: one.admin })
    ).body;
    expect(entries).toMatchObject([{ actorKind: 'system', target: webhookId }]);
    receiver.answer('/gone', 204);
    await bringAbout();
    await kit.settle();
    expect(arrived('/gone')).toHaveLength(1);
  });

  test('that hangs holds up neither the others nor the stop of the server', async () => {
    const { webhookId } = await endpoint('/hanging');
    await endpoint('/prompt');
    receiver.answer('/hanging', 'hang');
    for (let at = 1; at <= 8; at++) {
      await bringAbout();
      await expect.poll(() => arrived('/prompt').length).toBe(at);
    }
    // Five at a time by each of the two servers, and never more.
    expect(arrived('/hanging').length).toBeGreaterThan(0);
    expect(arrived('/hanging').length).toBeLessThanOrEqual(10);
    await expect
      .poll(async () => (await stateOf(webhookId)).lastFailure, { timeout: 15_000 })
      .toBe('There was no whole answer within 10 seconds.');
    const before = performance.now();
    await kit.stop(one);
    await kit.stop(two);
    expect(performance.now() - before).toBeLessThan(8000);
    [one, two] = [await kit.start(), await kit.start()];
    receiver.answer('/hanging', 204);
    kit.move(300);
    await expect.poll(async () => (await stateOf(webhookId)).deliveries.delivered).toBe(8);
  }, 60_000);

  test('what a server had taken when it was killed is sent by another', async () => {
    const { webhookId } = await endpoint('/orphan');
    receiver.answer('/orphan', 500);
    await bringAbout();
    await noted(1, 5);
    // As it stands while somebody is sending, and stays when they die.
    await query(
      kit.databaseUrl,
      `update notice_deliveries set next_attempt_at = '${new Date(kit.now().getTime() + 120_000).toISOString()}'`,
    );
    receiver.answer('/orphan', 204);
    kit.move(119);
    await kit.settle();
    expect(arrived('/orphan')).toHaveLength(1);
    kit.move(2);
    await expect.poll(async () => (await stateOf(webhookId)).deliveries.delivered).toBe(1);
  });
});

test('the first retry comes after about five seconds, not at the next look', async () => {
  const env = { OUTBOUND_ALLOWED: '127.0.0.0/8', TOKEN_SECRET: 'the keys of both servers of this test' };
  const first = await startTestServer({ env });
  try {
    receiver.answer('/soon', 500);
    const json = { url: `${receiver.url}/soon` };
    expect((await first.call('POST', '/api/notice-webhooks', { token: first.admin, json })).status).toBe(201);
    const { tokenId } = await first.serviceToken();
    await query(
      first.databaseUrl,
      `update service_tokens set created_at = created_at - interval '91 days' where token_id = '${tokenId}'`,
    );
    // The second looks as it starts, and then again after a minute.
    const second = await startTestServer({ env: { ...env, DATABASE_URL: first.databaseUrl } });
    try {
      await expect.poll(() => arrived('/soon').length).toBe(1);
      const since = performance.now();
      await expect.poll(() => arrived('/soon').length, { timeout: 8000 }).toBe(2);
      expect(performance.now() - since).toBeGreaterThan(4000);
    } finally {
      await second.stop();
    }
  } finally {
    await first.stop();
  }
});

describe('managing endpoints', () => {
  test('201: the secret is shown this once, and stands nowhere', async () => {
    const answer = await create(`${receiver.url}/made?key=canary-in-a-url`);
    expect(answer.body).toMatchObject({
      ...{ url: `${receiver.url}/made?key=canary-in-a-url`, createdBy: 'admin', disabled: null },
      ...{ lastSuccess: null, lastFailure: null, deliveries: { waiting: 0, delivered: 0, givenUp: 0 } },
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
    const { secret, ...shown } = answer.body;
    const list = await one.call('GET', '/api/notice-webhooks', { token: one.admin });
    expect(list.body).toEqual({ webhooks: [shown] });
    await bringAbout();
    await expect.poll(() => arrived('/made?key=canary-in-a-url').length).toBe(1);
    const bare = String(secret).slice('whsec_'.length);
    expect(await dump(kit.databaseUrl)).not.toContain(bare);
    const logs = [...one.logs, ...two.logs].join('');
    expect(logs).not.toContain(bare);
    expect(logs).not.toContain('canary-in-a-url');
    const audit = await one.call('GET', '/api/audit?limit=500', { token: one.admin });
    expect(audit.text).not.toContain(bare);
    expect(audit.text).not.toContain('canary-in-a-url');
  });

  test.each([
    'https://10.0.0.1/hook',
    'https://[::1]/hook',
    'https://169.254.169.254/latest/meta-data',
    'https://user:password@hooks.example/',
    'http://192.168.0.1/hook',
  ])('400: %s is refused before it is stored', async (url) => {
    const answer = await create(url);
    const problem = expectProblem(answer, 400, 'url-forbidden');
    expect(problem.errors?.[0]?.path).toBe('url');
    expect(answer.text).not.toContain('password@');
  });

  test.each(['hooks.example', 'ftp://hooks.example/', ''])('400: %j is no URL', async (url) => {
    expectProblem(await create(url), 400, 'invalid-input');
  });

  test('200: a test is sent at once, rightly signed, and its answer is told', async () => {
    const { webhookId, secret } = await endpoint('/tried');
    const trying = () =>
      one.call('POST', `/api/notice-webhooks/${webhookId}/test`, { token: one.admin, json: {} });
    expect((await trying()).body).toEqual({ delivered: true, status: 204, failure: null });
    expect(verified(secret, arrived('/tried')[0]!, kit.now())).toEqual({
      ...{ type: 'test', timestamp: kit.now().toISOString(), data: { webhookId } },
    });
    receiver.answer('/tried', 503);
    expect((await trying()).body).toEqual({
      ...{ delivered: false, status: 503, failure: 'The endpoint answered 503.' },
    });
    const ids = arrived('/tried').map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(2);
    const closed = await startReceiver();
    await closed.close();
    const { body } = await create(`${closed.url}/closed`);
    const answer = await one.call('POST', `/api/notice-webhooks/${body.webhookId}/test`, {
      ...{ token: one.admin, json: {} },
    });
    expect(answer.body).toMatchObject({ delivered: false, status: null });
    expect(answer.body.failure).not.toContain('127.0.0.1');
  });

  test('204: a deleted endpoint is told nothing more; 404: an unknown one', async () => {
    const { webhookId } = await endpoint('/deleted');
    expect((await remove(webhookId)).status).toBe(204);
    expectProblem(await remove(webhookId), 404, 'not-found');
    expectProblem(await remove(UNKNOWN), 404, 'not-found');
    await bringAbout();
    await kit.settle();
    expect(arrived('/deleted')).toHaveLength(0);
    expectProblem(
      await one.call('POST', `/api/notice-webhooks/${UNKNOWN}/test`, { token: one.admin, json: {} }),
      ...([404, 'not-found'] as const),
    );
  });

  test('409: there are twenty at most, however many calls come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) => create(`${receiver.url}/many-${at}`)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
    for (const answer of answers.filter(({ status }) => status !== 201))
      expectProblem(answer, 409, 'state-conflict');
  });

  test('what is done to endpoints stands in the audit log, without their secrets', async () => {
    const { webhookId } = await endpoint('/audited');
    await one.call('POST', `/api/notice-webhooks/${webhookId}/test`, { token: one.admin, json: {} });
    await remove(webhookId);
    const { entries } = (await one.call('GET', `/api/audit?target=${webhookId}`, { token: one.admin })).body;
    expect(
      entries.map(({ action, actor, details }: Record<string, unknown>) => [action, actor, details]),
    ).toEqual([
      ['noticeWebhooks.delete', 'admin', {}],
      ['noticeWebhooks.test', 'admin', { status: 204 }],
      ['noticeWebhooks.create', 'admin', { origin: receiver.url }],
    ]);
  });
});
