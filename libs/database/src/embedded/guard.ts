import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

import { directoryInUse, errorCode } from './errors.ts';
import { DATABASE, databaseUrl } from './settings.ts';

// Any two numbers will do, as long as nothing else in the database locks them.
const KEYS = [0x436d, 0x6f776e72];
const NAME = 'codemetrics owner';

/** Connects the session that holds the owner's lock; its name tells the other side our pid. */
export async function connectGuard(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: `${NAME} ${process.pid}`,
  });
  // A lost connection is noticed by its 'end'; without a listener 'error' would end the process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
}

/** Makes the server's database where initdb or an interrupted first start left none. */
export async function createDatabase(password: string, port: number): Promise<void> {
  const client = await connectGuard(databaseUrl(password, port, 'postgres'));
  try {
    await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    if (errorCode(error) !== '42P04') throw error;
  } finally {
    await client.end();
  }
}

/** Takes the lock for as long as the session lives; throws `directory-in-use` when someone else keeps it. */
export async function takeGuard(client: pg.Client, directory: string, patience = 3_000): Promise<void> {
  const deadline = Date.now() + patience;
  // The session of an owner that was killed ends a moment after it.
  while (!(await tryLock(client))) {
    if (Date.now() > deadline) throw directoryInUse(directory, await holder(client));
    await sleep(50);
  }
}

async function tryLock(client: pg.Client): Promise<boolean> {
  const result = await client.query<{ taken: boolean }>('SELECT pg_try_advisory_lock($1, $2) AS taken', KEYS);
  return result.rows[0]?.taken === true;
}

async function holder(client: pg.Client): Promise<string | undefined> {
  const result = await client.query<{ name: string }>(
    `SELECT a.application_name AS name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
     WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1 AND l.objid = $2 AND l.objsubid = 2`,
    KEYS,
  );
  const name = result.rows[0]?.name;
  return name?.startsWith(NAME) ? name.slice(NAME.length + 1) : undefined;
}
