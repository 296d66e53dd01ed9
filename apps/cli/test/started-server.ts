import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import type { CodeMetricsClient } from '@codemetrics/client';
import { createClient } from '@codemetrics/client';
import { createDatabase, dropDatabase } from '@codemetrics/testing';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));
const PASSWORD = 'a sentence for the tests 42';

/** A server in a process of its own, on a database of its own. */
export interface StartedServer {
  readonly url: string;
  /** A session of the administrator. */
  readonly admin: CodeMetricsClient;
  /** The token of that session. */
  readonly sessionToken: string;
  /** A service token that may read and write data, or has other scopes. */
  token(scopes?: ('data:read' | 'data:write')[]): Promise<string>;
  /** Reads what is stored. */
  rows(sql: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}

const start = async (): Promise<StartedServer> => {
  const database = await createDatabase(inject('databaseServerUrl'), inject('templateDatabase'));
  const directory = await mkdtemp(join(tmpdir(), 'codemetrics-cli-test-'));
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...process.env,
      ...{ PORT: '0', DATA_DIR: directory, DATABASE_URL: database.url, ADMIN_PASSWORD: PASSWORD },
      ...{ RATE_LIMIT: 'off', LOG_LEVEL: 'warn' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const ready = /ready at (http:\S+)/.exec(output)?.[1];
      if (ready !== undefined) resolve(ready);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`the server did not get ready:\n${output}`)));
  });
  const { sessionToken } = await createClient({ url }).session.create({
    username: 'admin',
    password: PASSWORD,
  });
  const admin = createClient({ url, token: sessionToken });
  return {
    url,
    admin,
    sessionToken,
    token: async (scopes = ['data:read', 'data:write']) =>
      (await admin.tokens.create({ subject: 'import', scopes, ttl: '1d' })).accessToken,
    rows: async (sql) => {
      const client = new Client({ connectionString: database.url });
      await client.connect();
      return client.query(sql).then(
        async ({ rows }) => (await client.end(), rows as Record<string, unknown>[]),
        async (error: unknown) => (await client.end(), Promise.reject(error)),
      );
    },
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await dropDatabase(inject('databaseServerUrl'), database.name);
      await rm(directory, { recursive: true, force: true });
    },
  };
};

/** A server for all tests of a file; read it inside of tests, through the function that this returns. */
export const useStartedServer = (): (() => StartedServer) => {
  let server: StartedServer | undefined;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server?.stop());
  return () => server!;
};
