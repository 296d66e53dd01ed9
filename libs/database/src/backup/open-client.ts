import { Client, types } from 'pg';

const INT8 = 20;

/** One connection for long work: without limits in time, and with values written as any PostgreSQL reads them. */
const SETTINGS = {
  statement_timeout: 0,
  idle_in_transaction_session_timeout: 0,
  lock_timeout: 10_000,
  timezone: 'UTC',
  datestyle: 'ISO',
  intervalstyle: 'iso_8601',
  extra_float_digits: 1,
  bytea_output: 'hex',
  jit: 'off',
  synchronous_commit: 'on',
};

/** Opens the connection, which a signal cuts. The caller ends it. */
export const openClient = async (url: string, name: string, signal?: AbortSignal): Promise<Client> => {
  signal?.throwIfAborted();
  const client = new Client({
    connectionString: url,
    application_name: `codemetrics ${name}`,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    client_encoding: 'UTF8',
    options: Object.entries(SETTINGS)
      .map(([setting, value]) => `-c ${setting}=${value}`)
      .join(' '),
    types: {
      getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
        oid === INT8 ? Number : types.getTypeParser(oid, format as 'text')) as typeof types.getTypeParser,
    },
  });
  // A lost connection fails the query under way, or the next one; without a listener it would end the process.
  client.on('error', () => undefined);
  const cut = (): void => void client.end().catch(() => undefined);
  signal?.addEventListener('abort', cut, { once: true });
  client.once('end', () => signal?.removeEventListener('abort', cut));
  await client.connect();
  // Where this process is killed while PostgreSQL computes, its locks must not outlive it for long. Not every system can.
  await client.query("set client_connection_check_interval = '2s'").catch(() => undefined);
  return client;
};
