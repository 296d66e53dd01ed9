import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPipelineRun } from '@codemetrics/testing';
import type { SpawnedServer } from './spawned-server.ts';
import { spawnServer, startSpawned } from './spawned-server.ts';

const ADMIN_PASSWORD = 'a sentence for the tests 42';
let directory: string;
const servers: SpawnedServer[] = [];

const start = async (env: Record<string, string> = {}): Promise<SpawnedServer> => {
  const server = await startSpawned({ DATA_DIR: directory, ADMIN_PASSWORD, ...env });
  servers.push(server);
  return server;
};

const call = async (server: SpawnedServer, method: string, path: string, token?: string, json?: unknown) => {
  const response = await fetch(server.url + path, {
    method,
    headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), 'content-type': 'application/json' },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  return { status: response.status, body: JSON.parse((await response.text()) || 'null') };
};

const signIn = async (server: SpawnedServer): Promise<string> =>
  (await call(server, 'POST', '/api/session', undefined, { username: 'admin', password: ADMIN_PASSWORD }))
    .body.sessionToken;

const sendRuns = async (server: SpawnedServer, token: string, from: number, count: number) =>
  call(server, 'POST', '/api/pipeline/runs', token, {
    runs: Array.from({ length: count }, (_, index) => aPipelineRun({ externalId: `r${from + index}` })),
  });

const countRuns = async (server: SpawnedServer, token: string): Promise<number> =>
  (await call(server, 'GET', '/api/pipeline/runs?workload=my-team&limit=500', token)).body.runs.length;

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'codemetrics-lifecycle-'));
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    if (server.process.exitCode === null && server.process.signalCode === null) await server.end('SIGTERM');
    else if (server.process.exitCode !== 0 && server.process.signalCode !== 'SIGKILL')
      process.stdout.write(server.output());
  }
  await rm(directory, { recursive: true, force: true });
});

describe('a server on its embedded database', () => {
  test('prints the first password once, keeps its secrets to itself, and stops cleanly on SIGTERM', async () => {
    const first = await startSpawned({ DATA_DIR: directory });
    servers.push(first);
    const password = /with the password (\S+)/.exec(first.output())?.[1];
    const answer = await call(first, 'POST', '/api/session', undefined, { username: 'admin', password });
    expect(answer.status).toBe(200);
    expect((await stat(join(directory, 'token-secret'))).mode & 0o777).toBe(0o600);
    const pid = await postmasterPid();
    expect(await first.end('SIGTERM')).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(await readdir(directory)).not.toContain('server.lock');

    const second = await start();
    expect(second.output()).not.toContain('with the password');
    // The signing keys are the same, so a session from before still holds.
    expect((await call(second, 'GET', '/api/session', answer.body.sessionToken)).status).toBe(200);
  }, 60_000);

  test('a second server on the same directory is refused with a reason', async () => {
    const first = await start();
    const second = spawnServer({ DATA_DIR: directory });
    expect(await second.exited).toBe(1);
    expect(second.output()).toContain(directory);
    expect(second.output()).toMatch(new RegExp(`in use|${first.process.pid}`));
    expect((await call(first, 'GET', '/api/health/ready')).status).toBe(200);
  }, 60_000);

  test('kill -9 of server, database or both loses no acknowledged batch, and the next start recovers', async () => {
    let server = await start();
    let token = await signIn(server);
    await call(server, 'POST', '/api/workloads', token, { id: 'my-team', name: 'My team' });
    let acknowledged = 0;
    const send = async () => {
      const answer = await sendRuns(server, token, acknowledged, 50);
      expect(answer.status).toBe(200);
      acknowledged += 50;
    };

    await send();
    await server.end('SIGKILL');
    server = await start();
    expect(await countRuns(server, token)).toBe(acknowledged);

    await send();
    const killed = await postmasterPid();
    process.kill(killed, 'SIGKILL');
    // Its backends may answer a moment longer, so that only a new postmaster shows that it was noticed.
    await expect.poll(() => postmasterPid().catch(() => killed), { timeout: 20_000 }).not.toBe(killed);
    // Until the database is back, 503 is the right answer; a wrong number never is.
    const read = () => call(server, 'GET', '/api/pipeline/runs?workload=my-team&limit=500', token);
    await expect.poll(async () => (await read()).status, { timeout: 20_000 }).toBe(200);
    expect(await countRuns(server, token)).toBe(acknowledged);

    await send();
    const pid = await postmasterPid();
    await server.end('SIGKILL');
    process.kill(pid, 'SIGKILL');
    server = await start();
    token = await signIn(server);
    expect(await countRuns(server, token)).toBe(acknowledged);
    expect(await server.end('SIGTERM')).toBe(0);
  }, 90_000);

  test('a request under way is finished before the server stops', async () => {
    const server = await start();
    const token = await signIn(server);
    await call(server, 'POST', '/api/workloads', token, { id: 'my-team', name: 'My team' });
    const sending = sendRuns(server, token, 0, 1000);
    await new Promise((resolve) => setTimeout(resolve, 15));
    const ended = server.end('SIGTERM');
    const answer = await sending;
    expect(answer.status).toBe(200);
    expect(answer.body.created).toBe(1000);
    expect(await ended).toBe(0);
  }, 60_000);
});

describe('a server that can’t start', () => {
  test('says which setting is wrong, and shows no secret', async () => {
    const server = spawnServer({ DATA_DIR: directory, TOKEN_SECRET: 'too-short-to-be-good' });
    expect(await server.exited).toBe(1);
    expect(server.output()).toContain('TOKEN_SECRET');
    expect(server.output()).not.toContain('too-short-to-be-good');
  });

  test('says that the database can’t be reached', async () => {
    const server = spawnServer({
      DATA_DIR: directory,
      DATABASE_URL: 'postgres://nobody:geheim@127.0.0.1:9/none',
    });
    expect(await server.exited).toBe(1);
    expect(server.output()).toContain('DATABASE_URL');
    expect(server.output()).not.toContain('geheim');
  });
});
