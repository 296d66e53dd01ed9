import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, inject } from 'vitest';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import type { RunningServer } from '../src/start-server.ts';
import { startServer } from '../src/start-server.ts';

export const ADMIN_PASSWORD = 'a sentence for the tests 42';

/** An answer, read whole. `body` is the parsed JSON, or the text where it isn't JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a black-box test looks at whatever came
  readonly body: any;
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly json?: unknown;
  readonly body?: string | Uint8Array | undefined;
  readonly type?: string;
  readonly headers?: Record<string, string>;
}

/** A server under test, on a database of its own, talked to over HTTP alone. */
export interface TestServer {
  readonly url: string;
  readonly databaseUrl: string;
  /** A session of the administrator. */
  readonly admin: string;
  /** Every log line so far. */
  readonly logs: string[];
  call(method: string, path: string, options?: CallOptions): Promise<Answer>;
  /** Makes a user and signs in. */
  signIn(user: {
    username: string;
    role: 'admin' | 'editor' | 'viewer';
    workloads?: string[];
  }): Promise<{ token: string; userId: string }>;
  /** Makes a service token of the administrator's, or of another session. */
  serviceToken(
    input?: Record<string, unknown>,
    session?: string,
  ): Promise<{ token: string; tokenId: string }>;
  createWorkload(id: string, over?: Record<string, unknown>): Promise<void>;
  stop(): Promise<void>;
}

const callAt =
  (url: string) =>
  async (method: string, path: string, options: CallOptions = {}): Promise<Answer> => {
    const { token, json, body, type, headers = {} } = options;
    const response = await fetch(url + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(json !== undefined
          ? { 'content-type': 'application/json' }
          : type !== undefined
            ? { 'content-type': type }
            : {}),
        ...headers,
      },
      ...(json !== undefined
        ? { body: JSON.stringify(json) }
        : body !== undefined
          ? { body: body as string }
          : {}),
    });
    const text = await response.text();
    let parsed: unknown = text;
    try {
      parsed = JSON.parse(text);
    } catch {
      // Not JSON; the text stands for itself.
    }
    return { status: response.status, headers: response.headers, text, body: parsed };
  };

/** Starts a server on a copy of the migrated template, or of another database. `env` adds settings; `now` sets its clock. */
export const startTestServer = async (
  options: {
    env?: Record<string, string>;
    now?: () => Date;
    noticeLookMs?: number;
    template?: string;
  } = {},
): Promise<TestServer> => {
  const serverUrl = inject('databaseServerUrl');
  const database = await createDatabase(serverUrl, options.template ?? inject('templateDatabase'));
  const dataDir = await mkdtemp(join(tmpdir(), 'codemetrics-api-test-'));
  const logs: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => (logs.push(chunk.toString()), done()),
  });
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    ADMIN_PASSWORD,
    RATE_LIMIT: 'off',
    ...options.env,
  });
  const server: RunningServer = await startServer(config, createLog('info', sink), {
    ...(options.now ? { now: options.now } : {}),
    ...(options.noticeLookMs ? { noticeLookMs: options.noticeLookMs } : {}),
  });
  const call = callAt(server.url);
  const session = async (username: string, password: string): Promise<string> => {
    const answer = await call('POST', '/api/session', { json: { username, password } });
    if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${answer.text}`);
    return answer.body.sessionToken as string;
  };
  const admin = await session(config.adminUsername, ADMIN_PASSWORD);
  return {
    url: server.url,
    databaseUrl: database.url,
    admin,
    logs,
    call,
    signIn: async ({ username, role, workloads }) => {
      const password = `a sentence for user number ${username.length}!`;
      const created = await call('POST', '/api/users', {
        token: admin,
        json: { username, password, role, workloads: workloads ?? null },
      });
      if (created.status !== 201) throw new Error(`user ${username}: ${created.text}`);
      return { token: await session(username, password), userId: created.body.userId as string };
    },
    serviceToken: async (input = {}, maker = admin) => {
      const answer = await call('POST', '/api/tokens', {
        token: maker,
        json: { subject: 'tests', ...input },
      });
      if (answer.status !== 201) throw new Error(`service token: ${answer.text}`);
      return { token: answer.body.accessToken as string, tokenId: answer.body.tokenId as string };
    },
    createWorkload: async (id, over = {}) => {
      const answer = await call('POST', '/api/workloads', { token: admin, json: { id, name: id, ...over } });
      if (answer.status !== 201) throw new Error(`workload ${id}: ${answer.text}`);
    },
    stop: async () => {
      await server.stop();
      await dropDatabase(serverUrl, database.name);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};

/** A server for all tests of a file; read it inside of tests, through the function that this returns. */
export const useServer = (options: Parameters<typeof startTestServer>[0] = {}): (() => TestServer) => {
  let server: TestServer | undefined;
  beforeAll(async () => {
    server = await startTestServer(options);
  });
  afterAll(async () => {
    await server?.stop();
  });
  return () => {
    if (!server) throw new Error('the server is not started yet');
    return server;
  };
};
