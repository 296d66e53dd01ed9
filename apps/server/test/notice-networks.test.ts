import { afterAll, beforeAll, expect, test } from 'vitest';
import { query } from './database-client.ts';
import type { TestServer } from './harness.ts';
import type { NoticeKit } from './notice-kit.ts';
import { createNoticeKit, noticesOf } from './notice-kit.ts';

// Uses are written when a server stops, so a token is used on one and the next is asked.
let kit: NoticeKit;
let asked: TestServer;

beforeAll(async () => {
  kit = await createNoticeKit();
  asked = await kit.start();
});
afterAll(() => kit.close());

const use = async (token: string, from: readonly string[]): Promise<void> => {
  const server = await kit.start();
  for (const address of from) {
    kit.move(1);
    const answer = await server.call('GET', '/api/session', {
      token,
      headers: { 'x-forwarded-for': address },
    });
    expect(answer.status).toBe(200);
  }
  await kit.stop(server);
};

const networks = async (tokenId: string) =>
  (await noticesOf(asked, asked.admin, false))
    .filter((notice) => notice.tokenId === tokenId)
    .map(({ kind, network }) => `${kind} ${network}`);

test('the first network is none to tell of, each further one is, once; near addresses are one network', async () => {
  const { token, tokenId } = await asked.serviceToken({ subject: 'roaming' });
  await use(token, ['203.0.113.7', '203.0.113.200', '::ffff:203.0.113.9']);
  expect(await networks(tokenId)).toEqual([]);
  await use(token, ['198.51.100.1', '203.0.113.7', '2001:db8:1::5', '2001:db8:1:ffff::9', '198.51.100.77']);
  const expected = ['token-new-network 198.51.100.0/24', 'token-new-network 2001:db8:1::/48'];
  expect(await networks(tokenId)).toEqual(expected);
  await use(token, ['198.51.100.3', '2001:db8:1::77', '203.0.113.1']);
  expect(await networks(tokenId)).toEqual(expected);
  await use(token, ['2001:db8:2::1']);
  expect(await networks(tokenId)).toEqual([...expected, 'token-new-network 2001:db8:2::/48']);
  const { notices } = (await asked.call('GET', '/api/notices', { token: asked.admin })).body;
  expect(notices.find((one: { network: string }) => one.network === '198.51.100.0/24')).toMatchObject({
    ...{ sub: 'roaming', owner: 'admin', address: '198.51.100.1', created: '2026-03-01T12:00:04.000Z' },
    ...{ days: null, expires: null },
  });
});

test('of two networks in one batch the earlier is the first', async () => {
  const { token, tokenId } = await asked.serviceToken();
  await use(token, ['198.51.100.1', '203.0.113.7', '198.51.100.1']);
  expect(await networks(tokenId)).toEqual(['token-new-network 203.0.113.0/24']);
});

test('a new network is told although the token was revoked meanwhile', async () => {
  const { token, tokenId } = await asked.serviceToken();
  await use(token, ['203.0.113.7', '198.51.100.1']);
  await asked.call('DELETE', `/api/tokens/${tokenId}`, { token: asked.admin });
  expect(await networks(tokenId)).toEqual(['token-new-network 198.51.100.0/24']);
});

test('an address that is none, and a use that is refused, tell nothing', async () => {
  const { token, tokenId } = await asked.serviceToken({ scopes: ['data:read'] });
  await use(token, ['203.0.113.7', 'unknown', '203.0.113.8']);
  const server = await kit.start();
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  expect((await server.call('GET', '/api/session', { token: `${token}x`, headers })).status).toBe(401);
  await kit.stop(server);
  expect(await networks(tokenId)).toEqual([]);
});

test('no more than 50 networks are kept of a token, and none is told beyond them', async () => {
  const { token, tokenId } = await asked.serviceToken();
  await use(
    token,
    Array.from({ length: 40 }, (_, at) => `10.1.${at}.1`),
  );
  await use(
    token,
    Array.from({ length: 40 }, (_, at) => `10.2.${at}.1`),
  );
  await use(token, ['10.3.0.1']);
  expect(await networks(tokenId)).toHaveLength(49);
  const [row] = await query(
    kit.databaseUrl,
    `select count(*)::int as n from service_token_networks where token_id = '${tokenId}'`,
  );
  expect(row!['n']).toBe(50);
});
