import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { onTestFinished } from 'vitest';
import type { CodeMetricsClient } from '@codemetrics/client';
import { createClient } from '@codemetrics/client';

const MAIN = fileURLToPath(new URL('../../server/src/main.ts', import.meta.url));

export const PASSWORD = 'a sentence for the tests 42';

/** A server in a process of its own, on a database and a directory that outlive it. */
export interface SpawnedServer {
  readonly url: string;
  /** Signs in as the administrator. */
  signIn(): Promise<{ client: CodeMetricsClient; sessionToken: string }>;
  /** The status of a call with a credential. */
  statusOf(token: string): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a server, which does not outlive the test. Without a `databaseUrl` it has its own PostgreSQL. */
export const startServer = async (place: {
  readonly dataDir: string;
  readonly databaseUrl?: string;
}): Promise<SpawnedServer> => {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: {
      ...inherited,
      ...{
        PORT: '0',
        DATA_DIR: place.dataDir,
        ADMIN_PASSWORD: PASSWORD,
        RATE_LIMIT: 'off',
        LOG_LEVEL: 'warn',
      },
      ...(place.databaseUrl === undefined ? {} : { DATABASE_URL: place.databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  onTestFinished(stop);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const ready = /ready at (http:\S+)/.exec(output)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    void ended.then(() => reject(new Error(`the server did not get ready:\n${output}`)));
  });
  return {
    url,
    stop,
    signIn: async () => {
      const { sessionToken } = await createClient({ url }).session.create({
        username: 'admin',
        password: PASSWORD,
      });
      return { client: createClient({ url, token: sessionToken }), sessionToken };
    },
    statusOf: async (token) =>
      (await fetch(`${url}/api/session`, { headers: { authorization: `Bearer ${token}` } })).status,
  };
};

/** Keeps everyone else away from a table until the test ends. */
export const lockTable = async (databaseUrl: string, table: string): Promise<void> => {
  const client = new Client({ connectionString: databaseUrl });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`begin; lock table ${table} in access exclusive mode`);
  onTestFinished(() => client.end());
};

/** Whether somebody of a name waits for a lock. */
export const isWaiting = async (databaseUrl: string, name: string): Promise<boolean> => {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client
    .query(
      `select from pg_stat_activity where application_name = $1 and wait_event_type = 'Lock' and datname = current_database()`,
      [name],
    )
    .finally(() => client.end());
  return rows.length > 0;
};
