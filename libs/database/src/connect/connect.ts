import { Kysely, PostgresDialect, sql } from 'kysely';
import type { Transaction } from 'kysely';
import { Pool, types } from 'pg';
import type { Database } from '../tables/index.ts';

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
  /** A few connections for work that nobody waits for, whose statements may last minutes. */
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
const LOCK_TIMEOUT_MS = 10_000;

const openPool = (options: ConnectOptions, max: number, statementMs: number): Pool => {
  const asNumber = new Set([INT8, NUMERIC]);
  const pool = new Pool({
    connectionString: options.url,
    max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    query_timeout: statementMs + 2_000,
    keepAlive: true,
    options: `-c statement_timeout=${statementMs} -c lock_timeout=${LOCK_TIMEOUT_MS} -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c jit=off`,
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

/** Opens a PostgreSQL of version 15 or later. bigint and numeric are read as numbers, dates as `YYYY-MM-DD`. */
export const connect = (options: ConnectOptions): Connection => {
  const pool = openPool(options, options.maxConnections ?? 20, STATEMENT_TIMEOUT_MS);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  // Pools connect when they are first used, so that one without jobs costs nothing.
  const longPool = openPool(options, LONG_CONNECTIONS, LONG_STATEMENT_TIMEOUT_MS);
  const longDb = new Kysely<Database>({ dialect: new PostgresDialect({ pool: longPool }) });
  return {
    db,
    pool,
    longDb,
    close: async () => {
      await Promise.all([db.destroy(), longDb.destroy()]);
    },
  };
};

/** Asks the database for a sign of life. */
export const ping = async (db: Kysely<Database>): Promise<void> => {
  await sql`select 1`.execute(db);
};
