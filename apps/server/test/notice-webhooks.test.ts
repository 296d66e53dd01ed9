import { describe, expect, test } from 'vitest';
import { query } from './database-client.ts';
import { startTestServer } from './harness.ts';
import { DAY_MS, noticesOf } from './notice-kit.ts';
import { useNoticeWorld } from './notice-webhook-kit.ts';
import { verified } from './webhook-receiver.ts';

const world = useNoticeWorld();

/** Waits until the attempt of this number has been noted, with a pause of about so many seconds until the next. */
const noted = (attempts: number, pauseSeconds: number) =>
  expect
    .poll(async () => {
      const [row] = await query(
        world.kit.databaseUrl,
        'select attempts, next_attempt_at as next from notice_deliveries where given_up_at is null',
      );
      const pause = (row!['next'] as Date).getTime() - world.kit.now().getTime();
      return { attempts: row!['attempts'], isAsLong: Math.abs(pause / 1000 / pauseSeconds - 1) <= 0.1001 };
    })
    .toEqual({ attempts, isAsLong: true });

describe('telling an endpoint', () => {
  test('a notice arrives once, rightly signed, and tells what the API tells', async () => {
    const { webhookId, secret } = await world.endpoint('/once');
    const { token, tokenId } = await world.bringAbout();
    await expect.poll(() => world.arrived('/once').length).toBe(1);
    await world.kit.settle();
    expect(world.arrived('/once')).toHaveLength(1);
    const [request] = world.arrived('/once');
    const notice = (await noticesOf(world.one)).find((each) => each.tokenId === tokenId)!;
    const event = verified(secret, request!, world.kit.now());
    expect(event).toEqual({
      type: 'token.expiring',
      timestamp: world.kit.now().toISOString(),
      data: {
        ...{ noticeId: notice.noticeId, tokenId, sub: 'nightly', owner: 'admin', days: 30 },
        expires: new Date(world.kit.now().getTime() + 29.5 * DAY_MS).toISOString(),
      },
    });
    expect(request!.headers).toMatchObject({
      ...{ 'webhook-id': notice.noticeId, 'content-type': 'application/json' },
      'user-agent': expect.stringMatching(/^CodeMetrics\/\d/),
    });
    expect(() => verified(`whsec_${btoa('another secret')}`, request!, world.kit.now())).toThrow();
    expect(() => verified(secret, { ...request!, body: `${request!.body} ` }, world.kit.now())).toThrow();
    expect(await world.stateOf(webhookId)).toMatchObject({
      ...{ lastSuccess: world.kit.now().toISOString(), lastFailure: null, disabled: null },
      deliveries: { waiting: 0, delivered: 1, givenUp: 0 },
    });
    expect(JSON.stringify(request)).not.toContain(token.split('.')[2]);
  });

  test('every endpoint is told, and one made later only of what comes later', async () => {
    await world.endpoint('/first');
    await world.bringAbout();
    await expect.poll(() => world.arrived('/first').length).toBe(1);
    await world.endpoint('/second');
    await world.bringAbout();
    await expect
      .poll(() => [world.arrived('/first').length, world.arrived('/second').length])
      .toEqual([2, 1]);
    await world.kit.settle();
    expect([world.arrived('/first').length, world.arrived('/second').length]).toEqual([2, 1]);
  });

  test('a new network and a token without use have their own types', async () => {
    const { secret } = await world.endpoint('/types');
    const { token } = await world.one.serviceToken({ ttl: '3650d' });
    const from = (address: string) =>
      world.two.call('GET', '/api/session', { token, headers: { 'x-forwarded-for': address } });
    await from('203.0.113.7');
    world.kit.move(1);
    await from('198.51.100.1');
    await world.kit.stop(world.two);
    world.two = await world.kit.start();
    await expect.poll(() => world.arrived('/types').length).toBe(1);
    world.kit.move(91 * 86_400);
    await expect.poll(() => world.arrived('/types').length).toBeGreaterThan(1);
    const events = world.arrived('/types').map((request) => JSON.parse(request.body) as { type: string });
    expect(events[0]).toMatchObject({
      type: 'token.new_network',
      data: { network: '198.51.100.0/24', address: '198.51.100.1' },
    });
    expect(events[1]).toMatchObject({ type: 'token.unused', data: { days: 90 } });
    expect(verified(secret, world.arrived('/types').at(-1)!, world.kit.now()).type).toBe('token.unused');
  });
});

describe('an endpoint that fails', () => {
  test('is tried again with the same id and body and a new time, until it succeeds', async () => {
    const { webhookId, secret } = await world.endpoint('/later');
    world.receiver.answer('/later', 500);
    await world.bringAbout();
    await noted(1, 5);
    expect((await world.stateOf(webhookId)).lastFailure).toBe('The endpoint answered 500.');
    world.kit.move(4);
    await world.kit.settle();
    expect(world.arrived('/later')).toHaveLength(1);
    world.kit.move(2);
    await noted(2, 60);
    world.kit.move(53);
    await world.kit.settle();
    expect(world.arrived('/later')).toHaveLength(2);
    world.receiver.answer('/later', 204);
    world.kit.move(14);
    await expect.poll(async () => (await world.stateOf(webhookId)).deliveries.delivered).toBe(1);
    const requests = world.arrived('/later');
    expect(requests).toHaveLength(3);
    expect(new Set(requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(requests.map(({ body }) => body)).size).toBe(1);
    expect(new Set(requests.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3);
    expect(verified(secret, requests[2]!, world.kit.now()).type).toBe('token.expiring');
    expect((await world.stateOf(webhookId)).lastFailure).toBeNull();
    world.kit.move(3 * 86_400);
    await world.kit.settle();
    expect(world.arrived('/later')).toHaveLength(3);
  });

  test.each([301, 404, 429, 503])('%i is no success', async (status) => {
    const path = `/status-${status}`;
    const { webhookId } = await world.endpoint(path);
    world.receiver.answer(path, status);
    await world.bringAbout();
    await expect
      .poll(async () => (await world.stateOf(webhookId)).lastFailure)
      .toBe(`The endpoint answered ${status}.`);
    expect((await world.stateOf(webhookId)).deliveries).toEqual({ waiting: 1, delivered: 0, givenUp: 0 });
    expect(world.arrived(path)).toHaveLength(1);
  });

  test('is given up after nine attempts over two days', async () => {
    const { webhookId } = await world.endpoint('/never');
    world.receiver.answer('/never', 500);
    await world.bringAbout();
    for (const [at, pause] of [5, 60, 300, 1800, 7200, 21_600, 43_200, 86_400].entries()) {
      await noted(at + 1, pause);
      expect(world.arrived('/never')).toHaveLength(at + 1);
      world.kit.move(pause * 1.1);
    }
    await expect
      .poll(async () => (await world.stateOf(webhookId)).deliveries)
      .toEqual({ waiting: 0, delivered: 0, givenUp: 1 });
    world.kit.move(86_400);
    await world.kit.settle();
    expect(world.arrived('/never')).toHaveLength(9);
  });

  test('that answers 410 is disabled, and told nothing more', async () => {
    const { webhookId } = await world.endpoint('/gone');
    world.receiver.answer('/gone', 410);
    await world.bringAbout();
    await expect
      .poll(async () => (await world.stateOf(webhookId)).disabled)
      .toBe(world.kit.now().toISOString());
    expect((await world.stateOf(webhookId)).deliveries).toEqual({ waiting: 0, delivered: 0, givenUp: 1 });
    const { entries } = (
      await world.one.call('GET', '/api/audit?action=noticeWebhooks.disable', { token: world.one.admin })
    ).body;
    expect(entries).toMatchObject([{ actorKind: 'system', target: webhookId }]);
    world.receiver.answer('/gone', 204);
    await world.bringAbout();
    await world.kit.settle();
    expect(world.arrived('/gone')).toHaveLength(1);
  });

  test('that hangs holds up neither the others nor the stop of the server', async () => {
    const { webhookId } = await world.endpoint('/hanging');
    await world.endpoint('/prompt');
    world.receiver.answer('/hanging', 'hang');
    for (let at = 1; at <= 8; at++) {
      await world.bringAbout();
      await expect.poll(() => world.arrived('/prompt').length).toBe(at);
    }
    // Five at a time by each of the two servers, and never more.
    expect(world.arrived('/hanging').length).toBeGreaterThan(0);
    expect(world.arrived('/hanging').length).toBeLessThanOrEqual(10);
    await expect
      .poll(async () => (await world.stateOf(webhookId)).lastFailure, { timeout: 15_000 })
      .toBe('There was no whole answer within 10 seconds.');
    const before = performance.now();
    await world.kit.stop(world.one);
    await world.kit.stop(world.two);
    expect(performance.now() - before).toBeLessThan(8000);
    [world.one, world.two] = [await world.kit.start(), await world.kit.start()];
    world.receiver.answer('/hanging', 204);
    world.kit.move(300);
    await expect.poll(async () => (await world.stateOf(webhookId)).deliveries.delivered).toBe(8);
  }, 60_000);

  test('what a server had taken when it was killed is sent by another', async () => {
    const { webhookId } = await world.endpoint('/orphan');
    world.receiver.answer('/orphan', 500);
    await world.bringAbout();
    await noted(1, 5);
    // As it stands while somebody is sending, and stays when they die.
    await query(
      world.kit.databaseUrl,
      `update notice_deliveries set next_attempt_at = '${new Date(world.kit.now().getTime() + 120_000).toISOString()}'`,
    );
    world.receiver.answer('/orphan', 204);
    world.kit.move(119);
    await world.kit.settle();
    expect(world.arrived('/orphan')).toHaveLength(1);
    world.kit.move(2);
    await expect.poll(async () => (await world.stateOf(webhookId)).deliveries.delivered).toBe(1);
  });
});

test('the first retry comes after about five seconds, not at the next look', async () => {
  const env = { OUTBOUND_ALLOWED: '127.0.0.0/8', TOKEN_SECRET: 'the keys of both servers of this test' };
  const first = await startTestServer({ env });
  try {
    world.receiver.answer('/soon', 500);
    const json = { url: `${world.receiver.url}/soon` };
    expect((await first.call('POST', '/api/notice-webhooks', { token: first.admin, json })).status).toBe(201);
    const { tokenId } = await first.serviceToken();
    await query(
      first.databaseUrl,
      `update service_tokens set created_at = created_at - interval '91 days' where token_id = '${tokenId}'`,
    );
    // The second looks as it starts, and then again after a minute.
    const second = await startTestServer({ env: { ...env, DATABASE_URL: first.databaseUrl } });
    try {
      await expect.poll(() => world.arrived('/soon').length).toBe(1);
      const since = performance.now();
      await expect.poll(() => world.arrived('/soon').length, { timeout: 8000 }).toBe(2);
      expect(performance.now() - since).toBeGreaterThan(4000);
    } finally {
      await second.stop();
    }
  } finally {
    await first.stop();
  }
});
