import type { ChildProcess } from 'node:child_process';
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectProblem } from './expect-problem.ts';
import type { TestServer } from './harness.ts';
import { startTestServer } from './harness.ts';

const SHARED = { TOKEN_SECRET: 's'.repeat(40), RATE_LIMIT: '20/1m' };
const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const sharing = (environment: () => Promise<Record<string, string>>): void => {
  let servers: TestServer[];

  beforeAll(async () => {
    const env = { ...SHARED, ...(await environment()) };
    const first = await startTestServer({ env });
    const others = { env: { ...env, DATABASE_URL: first.databaseUrl } };
    servers = [first, await startTestServer(others), await startTestServer(others)];
  });
  afterAll(async () => {
    for (const server of servers.toReversed()) await server.stop();
  });

  test('three servers let through one limit, and tell of it alike', async () => {
    const [first] = servers;
    const { token } = await first!.serviceToken();
    const answers = [];
    for (let n = 0; n < 30; n++) answers.push(await servers[n % 3]!.call('GET', '/api/session', { token }));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    for (const answer of answers.slice(20)) expectProblem(answer, 429, 'rate-limited');
    expect(answers[10]!.headers.get('ratelimit')).toMatch(/r=9;/);
  });

  test('and an address is counted over all of them', async () => {
    const statuses = [];
    for (let n = 0; n < 30; n++)
      statuses.push((await servers[n % 3]!.call('GET', '/api/session', { token: 'eyJ.guess.ed' })).status);
    expect(statuses.at(-1)).toBe(429);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(20);
  });
};

describe('a limit shared in PostgreSQL', () => sharing(() => Promise.resolve({})));

describe.skipIf(!hasRedis)('a limit shared in Redis', () => {
  let redis: ChildProcess;
  let port: number;
  const start = async (): Promise<void> => {
    const child = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    redis = child;
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (text: Buffer) => text.includes('Ready to accept') && resolve());
    });
  };

  beforeAll(async () => {
    port = await freePort();
    await start();
  });
  afterAll(() => void redis.kill());

  sharing(() => Promise.resolve({ REDIS_URL: `redis://127.0.0.1:${port}` }));

  test('without Redis each server counts by itself, and the API goes on', async () => {
    const server = await startTestServer({ env: { ...SHARED, REDIS_URL: `redis://127.0.0.1:${port}/1` } });
    try {
      const { token } = await server.serviceToken();
      const ended = new Promise((resolve) => redis.once('exit', resolve));
      redis.kill();
      await ended;
      const statuses = [];
      for (let n = 0; n < 25; n++)
        statuses.push((await server.call('GET', '/api/session', { token })).status);
      expect(statuses.slice(0, 15)).toEqual(Array(15).fill(200));
      expect(statuses.at(-1)).toBe(429);
    } finally {
      await server.stop();
    }
  });
});
