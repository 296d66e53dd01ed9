import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import type { TestDatabase } from '@codemetrics/testing';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';

// Usage is written when a server stops, so one server is used and a second one on the same database is asked.
let clock = Date.parse('2026-03-01T23:00:00Z');
let database: TestDatabase;
let server: TestServer;
let used: { token: string; tokenId: string };

const start = (): Promise<TestServer> =>
  startTestServer({ now: () => new Date(clock), env: { DATABASE_URL: database.url } });

beforeAll(async () => {
  database = await createDatabase(inject('databaseServerUrl'), inject('templateDatabase'));
  const first = await start();
  used = await first.serviceToken({ subject: 'used' });
  const call = (method: string, path: string) =>
    first.call(method, path, { token: used.token, headers: { 'user-agent': 'usage-test/1' } });
  await call('GET', '/api/session');
  await call('GET', '/api/session');
  await call('GET', '/api/workloads?limit=nothing');
  clock += 2 * 3_600_000;
  await call('GET', '/api/workloads');
  await call('GET', '/api/users');
  await first.stop();
  server = await start();
});
afterAll(async () => {
  await server?.stop();
  await dropDatabase(inject('databaseServerUrl'), database.name);
});

const usage = (tokenId: string, query = '', token = server.admin) =>
  server.call('GET', `/api/tokens/${tokenId}/usage${query}`, { token });

describe('GET /api/tokens/{tokenId}/usage', () => {
  test('200: calls by day and operation, the latest day first, with the failures among them', async () => {
    const answer = await usage(used.tokenId);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      tokenId: used.tokenId,
      lastUsed: '2026-03-02T01:00:00.000Z',
      lastUsedFrom: '127.0.0.1',
      lastUserAgent: 'usage-test/1',
      useCount: 5,
      failureCount: 2,
      days: [
        // Refused for want of a scope: a use that failed.
        { date: '2026-03-02', operation: 'listUsers', calls: 1, failures: 1 },
        { date: '2026-03-02', operation: 'listWorkloads', calls: 1, failures: 0 },
        { date: '2026-03-01', operation: 'getSession', calls: 2, failures: 0 },
        // Refused for its input.
        { date: '2026-03-01', operation: 'listWorkloads', calls: 1, failures: 1 },
      ],
      networks: [{ network: '127.0.0.0/24', firstSeen: '2026-03-01T23:00:00.000Z' }],
    });
  });

  test('200: days narrows it to the last ones', async () => {
    const { body } = await usage(used.tokenId, '?days=1');
    expect(new Set(body.days.map((one: { date: string }) => one.date))).toEqual(new Set(['2026-03-02']));
  });

  test('200: a token that was never used has none', async () => {
    const { tokenId } = await server.serviceToken();
    const { body } = await usage(tokenId);
    expect(body).toMatchObject({
      lastUsed: null,
      lastUsedFrom: null,
      useCount: 0,
      failureCount: 0,
      days: [],
      networks: [],
    });
  });

  test('200: the list of tokens tells the last use too', async () => {
    const { body } = await server.call('GET', '/api/tokens', { token: server.admin });
    expect(body.find((one: { tokenId: string }) => one.tokenId === used.tokenId)).toMatchObject({
      lastUsed: '2026-03-02T01:00:00.000Z',
      lastUsedFrom: '127.0.0.1',
    });
  });

  test.each(['0', '367', 'all', '1.5'])('400: days=%s is refused', async (days) => {
    const problem = expectProblem(await usage(used.tokenId, `?days=${days}`), 400, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('days');
  });

  test('404: an unknown token, and another’s for one who is no administrator', async () => {
    const editor = await server.signIn({ username: 'usage-editor', role: 'editor' });
    expectProblem(await usage(used.tokenId, '', editor.token), 404, 'not-found');
    expectProblem(await usage('nothing'), 404, 'not-found');
  });
});

describe('GET /api/tokens/usage', () => {
  const daily = (query = '', token = server.admin) =>
    server.call('GET', `/api/tokens/usage${query}`, { token });

  test('200: calls by day of every token in one call, the earliest day first', async () => {
    const answer = await daily();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.body).toEqual({
      start: '2026-02-01',
      end: '2026-03-02',
      tokens: [
        {
          tokenId: used.tokenId,
          days: [
            { date: '2026-03-01', calls: 3, failures: 1 },
            { date: '2026-03-02', calls: 2, failures: 1 },
          ],
        },
      ],
    });
  });

  test('200: days counts back from today, which is one of them', async () => {
    const { body } = await daily('?days=1');
    expect(body).toMatchObject({ start: '2026-03-02', end: '2026-03-02' });
    expect(body.tokens[0].days).toEqual([{ date: '2026-03-02', calls: 2, failures: 1 }]);
    expect((await daily('?days=366')).body).toMatchObject({ start: '2025-03-02', end: '2026-03-02' });
  });

  test.each(['0', '367', 'all', '1.5'])('400: days=%s is refused', async (days) => {
    const problem = expectProblem(await daily(`?days=${days}`), 400, 'invalid-input');
    expect(problem.errors?.[0]?.path).toBe('days');
  });

  test('200: another’s tokens are not seen, and whoever has none gets an empty list', async () => {
    const { token } = await server.signIn({ username: 'daily-editor', role: 'editor' });
    expect((await daily('', token)).body.tokens).toEqual([]);
  });

  test('200: a revoked one is left out, unless it is asked for', async () => {
    await server.call('DELETE', `/api/tokens/${used.tokenId}`, { token: server.admin });
    expect((await daily()).body.tokens).toEqual([]);
    const { body } = await daily('?include=inactive');
    expect(body.tokens.map((one: { tokenId: string }) => one.tokenId)).toEqual([used.tokenId]);
  });
});
