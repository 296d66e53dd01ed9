import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { query } from './database-client.ts';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import type { NoticeKit } from './notice-kit.ts';
import { createNoticeKit, noticesOf } from './notice-kit.ts';

let kit: NoticeKit;
let one: TestServer;
let two: TestServer;
let jo: { token: string; userId: string };
let kim: { token: string; userId: string };

beforeAll(async () => {
  kit = await createNoticeKit();
  one = await kit.start();
  two = await kit.start();
  jo = await one.signIn({ username: 'jo', role: 'editor' });
  kim = await one.signIn({ username: 'kim', role: 'viewer' });
});
afterAll(() => kit.close());

const told = async (tokenId: string, session?: string, include = true): Promise<string[]> =>
  (await noticesOf(two, session, include))
    .filter((notice) => notice.tokenId === tokenId)
    .map(({ kind, days }) => `${kind} ${days}`);

describe('tokens that end', () => {
  test('each threshold is told once, by two servers on one database, and the header agrees', async () => {
    kit.moveTo(0);
    const { token, tokenId } = await one.serviceToken({ subject: 'nightly', ttl: '80d' }, jo.token);
    const expected: string[] = [];
    for (const [day, news] of [
      [49.9, null],
      [50.01, 30],
      [65.9, null],
      [66, 14],
      [73, 7],
      [78.9, null],
      [79, 1],
      [81, null],
    ] as const) {
      kit.moveTo(day);
      if (news !== null) expected.push(`token-expiring ${news}`);
      await expect.poll(() => told(tokenId), { timeout: 5000 }).toEqual(expected);
      await kit.settle();
      expect(await told(tokenId), `day ${day}`).toEqual(expected);
      const header = (await one.call('GET', '/api/session', { token })).headers.get(
        'codemetrics-token-expires',
      );
      expect(header !== null).toBe(day > 50 && day < 80);
    }
    const all = (await one.call('GET', '/api/notices?include=dismissed', { token: jo.token })).body.notices;
    expect(all.at(-1)).toEqual({
      ...{ noticeId: expect.any(String), kind: 'token-expiring', tokenId, sub: 'nightly', owner: 'jo' },
      ...{ created: '2026-04-20T12:14:24.000Z', dismissed: null, days: 30 },
      ...{ expires: '2026-05-20T12:00:00.000Z', lastUsed: null, network: null, address: null },
    });
  });

  test('servers that were down tell the tightest alone', async () => {
    kit.moveTo(100);
    const { tokenId } = await one.serviceToken({ ttl: '60d' }, jo.token);
    await kit.stop(one);
    await kit.stop(two);
    kit.moveTo(154);
    one = await kit.start();
    two = await kit.start();
    await expect.poll(() => told(tokenId)).toEqual(['token-expiring 7']);
    kit.moveTo(155);
    await kit.settle();
    expect(await told(tokenId)).toEqual(['token-expiring 7']);
  });

  test('what no longer matters leaves the list: wider thresholds, tokens that ended or were revoked', async () => {
    kit.moveTo(200);
    const { tokenId } = await one.serviceToken({ ttl: '40d' }, jo.token);
    const other = await one.serviceToken({ ttl: '40d' }, jo.token);
    kit.moveTo(211);
    await expect.poll(() => told(tokenId, jo.token, false)).toEqual(['token-expiring 30']);
    kit.moveTo(227);
    await expect.poll(() => told(tokenId, jo.token, false)).toEqual(['token-expiring 14']);
    await expect.poll(() => told(other.tokenId, jo.token, false)).toEqual(['token-expiring 14']);
    await one.call('DELETE', `/api/tokens/${other.tokenId}`, { token: jo.token });
    expect(await told(other.tokenId, jo.token, false)).toEqual([]);
    expect(await told(other.tokenId)).toEqual(['token-expiring 30', 'token-expiring 14']);
    kit.moveTo(241);
    await kit.settle();
    expect(await told(tokenId, jo.token, false)).toEqual([]);
  });

  test('a rotation tells nothing of the grace period that it chose itself', async () => {
    kit.moveTo(300);
    const { tokenId } = await one.serviceToken({ ttl: '365d' }, jo.token);
    kit.moveTo(310);
    const rotated = await one.call('POST', `/api/tokens/${tokenId}/rotate`, { token: jo.token, json: {} });
    expect(rotated.status).toBe(201);
    kit.moveTo(310.5);
    await kit.settle();
    expect(await told(tokenId)).toEqual([]);
  });
});

test('a token that nothing used for 90 days is told of; one that was used counts anew', async () => {
  kit.moveTo(400);
  const idle = await one.serviceToken({ ttl: '1000d' }, jo.token);
  const busy = await one.serviceToken({ ttl: '1000d' }, jo.token);
  kit.moveTo(440);
  expect((await one.call('GET', '/api/session', { token: busy.token })).status).toBe(200);
  await kit.stop(one); // which writes the use
  one = await kit.start();
  kit.moveTo(489.9);
  await kit.settle();
  expect(await told(idle.tokenId)).toEqual([]);
  kit.moveTo(490);
  await expect.poll(() => told(idle.tokenId, jo.token, false)).toEqual(['token-unused 90']);
  await kit.settle();
  expect(await told(idle.tokenId)).toEqual(['token-unused 90']);
  expect(await told(busy.tokenId)).toEqual([]);
  kit.moveTo(530);
  await expect.poll(() => told(busy.tokenId)).toEqual(['token-unused 90']);
  // Used after all: it no longer matters.
  await one.call('GET', '/api/session', { token: idle.token });
  await kit.stop(one);
  one = await kit.start();
  expect(await told(idle.tokenId, jo.token, false)).toEqual([]);
});

describe('who sees what', () => {
  let tokenId: string;
  let noticeId: string;

  beforeAll(async () => {
    kit.moveTo(600);
    ({ tokenId } = await one.serviceToken({ ttl: '31d' }, jo.token));
    kit.moveTo(601);
    await vi.waitFor(async () => {
      noticeId = (await noticesOf(one)).find((notice) => notice.tokenId === tokenId)!.noticeId;
    });
  });
  const dismiss = (id: string, token: string) =>
    one.call('POST', `/api/notices/${id}/dismiss`, { token, json: {} });

  test('one sees those of one’s own tokens, an administrator all', async () => {
    expect(await told(tokenId, jo.token)).toEqual(['token-expiring 30']);
    expect(await told(tokenId, one.admin)).toEqual(['token-expiring 30']);
    expect(await noticesOf(one, kim.token)).toEqual([]);
  });

  test('404: another’s notice answers like none at all', async () => {
    const others = expectProblem(await dismiss(noticeId, kim.token), 404, 'not-found');
    const none = '01900000-0000-7000-8000-000000000000';
    const unknown = expectProblem(await dismiss(none, kim.token), 404, 'not-found');
    expect(others.detail.replace(noticeId, '')).toBe(unknown.detail.replace(none, ''));
    expectProblem(await dismiss('mine', jo.token), 400, 'invalid-input');
  });

  test('204: dismissed once, it leaves the list for everyone, and the audit log has it once', async () => {
    expect((await dismiss(noticeId, jo.token)).status).toBe(204);
    expect((await dismiss(noticeId, one.admin)).status).toBe(204);
    expect(await told(tokenId, jo.token, false)).toEqual([]);
    expect(await told(tokenId, one.admin, false)).toEqual([]);
    expect(await told(tokenId, jo.token)).toEqual(['token-expiring 30']);
    const { entries } = (await one.call('GET', '/api/audit?action=notices.dismiss', { token: one.admin }))
      .body;
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      ...{ actor: 'jo', target: noticeId, outcome: 'success' },
      details: { kind: 'token-expiring', tokenId },
    });
  });

  test('page by page, the newest first, nothing twice and nothing left out', async () => {
    const whole = (await one.call('GET', '/api/notices?include=dismissed&limit=500', { token: one.admin }))
      .body.notices;
    expect(whole.length).toBeGreaterThan(6);
    const paged: unknown[] = [];
    let cursor = '';
    for (;;) {
      const page = await one.call('GET', `/api/notices?include=dismissed&limit=2${cursor}`, {
        token: one.admin,
      });
      paged.push(...page.body.notices);
      if (page.body.nextCursor === null) break;
      cursor = `&cursor=${page.body.nextCursor}`;
    }
    expect(paged).toEqual(whole);
    const times = whole.map((notice: { created: string }) => notice.created);
    expect(times).toEqual([...times].sort().reverse());
    expectProblem(
      await one.call('GET', '/api/notices?cursor=x', { token: one.admin }),
      400,
      'invalid-cursor',
    );
  });

  test('a token that is deleted takes its notices along, and so does its user', async () => {
    const count = async (where: string) =>
      Number((await query(kit.databaseUrl, `select count(*) as n from ${where}`))[0]!['n']);
    expect(await count(`notices where token_id = '${tokenId}'`)).toBe(1);
    await query(kit.databaseUrl, `delete from service_tokens where token_id = '${tokenId}'`);
    expect(await count(`notices where token_id = '${tokenId}'`)).toBe(0);
    expect(await count(`notices where user_id = '${jo.userId}'`)).toBeGreaterThan(0);
    await one.call('DELETE', `/api/users/${jo.userId}`, { token: one.admin });
    expect(await count(`notices where user_id = '${jo.userId}'`)).toBe(0);
    expect(
      await count(`service_token_networks n where not exists (
      select from service_tokens t where t.token_id = n.token_id)`),
    ).toBe(0);
  });
});
