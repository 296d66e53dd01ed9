import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { PoolClient } from 'pg';
import { Pool, types } from 'pg';
import type { Database } from '../tables/index.ts';
import type { Monitor } from './monitor.ts';
import { createMonitor, DatabaseDownError } from './monitor.ts';

/** Either the pool or a transaction of it; repositories take whichever the verb works in. */
export type Executor = Kysely<Database> | Transaction<Database>;

export interface ConnectOptions {
  readonly url: string;
  readonly maxConnections?: number;
  /** An idle connection failed; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

export interface Connection {
  readonly db: Kysely<Database>;
  readonly pool: Pool;
  /** A few connections for work that nobody waits for, whose statements and waits may last minutes. */
  readonly longDb: Kysely<Database>;
  close(): Promise<void>;
}

const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;

// pg has no limits of its own: a stopped server would hang a request for ever.
const CONNECT_TIMEOUT_MS = 1500;
const STATEMENT_TIMEOUT_MS = 30_000;
const LONG_STATEMENT_TIMEOUT_MS = 15 * 60_000;
const LONG_CONNECTIONS = 2;
// Who waits for a lock holds a connection; soon enough it is better to be told to try again.
const LOCK_TIMEOUT_MS = 1500;

interface Limits {
  readonly connections: number;
  readonly statementMs: number;
  readonly lockMs: number;
}

const openPool = (options: ConnectOptions, { connections, statementMs, lockMs }: Limits): Pool => {
  const asNumber = new Set([INT8, NUMERIC]);
  const pool = new Pool({
    connectionString: options.url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    query_timeout: statementMs + 2_000,
    keepAlive: true,
    options: `-c statement_timeout=${statementMs} -c lock_timeout=${lockMs} -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c jit=off`,
    application_name: 'codemetrics',
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
        if (asNumber.has(oid)) return Number;
        if (oid === DATE) return String;
        return types.getTypeParser(oid, format as 'text');
      }) as typeof types.getTypeParser,
    },
  });
  pool.on('error', (error) => options.onIdleError?.(error));
  // The pool listens only while a connection is idle. One that is lost between two queries of a transaction would
  // otherwise end the process; its next query fails by itself.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};

/** Gives no connection while the database is down, so that nobody waits for one in vain. */
const guarded = (pool: Pool, monitor: Monitor) => ({
  connect: (): Promise<PoolClient> =>
    monitor.isDown ? Promise.reject(new DatabaseDownError()) : pool.connect(),
  end: () => pool.end(),
  options: pool.options,
});

/** Opens a PostgreSQL of version 15 or later. bigint and numeric are read as numbers, dates as `YYYY-MM-DD`. */
export const connect = (options: ConnectOptions): Connection => {
  const monitor = createMonitor(options.url);
  const pool = openPool(options, {
    connections: options.maxConnections ?? 20,
    statementMs: STATEMENT_TIMEOUT_MS,
    lockMs: LOCK_TIMEOUT_MS,
  });
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: guarded(pool, monitor) }) });
  // Pools connect when they are first used, so that one without jobs costs nothing.
  const longPool = openPool(options, {
    connections: LONG_CONNECTIONS,
    statementMs: LONG_STATEMENT_TIMEOUT_MS,
    lockMs: LONG_STATEMENT_TIMEOUT_MS,
  });
  const longDb = new Kysely<Database>({ dialect: new PostgresDialect({ pool: guarded(longPool, monitor) }) });
  for (const one of [pool, longPool]) monitor.watch(one);
  return {
    db,
    pool,
    longDb,
    close: async () => {
      monitor.stop();
      await Promise.all([db.destroy(), longDb.destroy()]);
    },
  };
};

/** The database’s own clock, which all servers share. */
export const databaseTime = async (db: Executor): Promise<Date> => {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]!.now;
};

/** Asks the database for a sign of life. */
export const ping = async (db: Kysely<Database>): Promise<void> => {
  await sql`select 1`.execute(db);
};
