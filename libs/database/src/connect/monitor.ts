import { Client } from 'pg';
import type { ClientBase, Pool } from 'pg';

/** How often the database is asked for a sign of life, and how long it may take to give one. */
const PING_EVERY_MS = 300;
const ANSWER_WITHIN_MS = 1000;
/** Other connections that were heard of within this time show that the database lives, however late the ping is. */
const HEARD_WITHIN_MS = 900;

/** PostgreSQL itself says that it has no connection left: an answer, and one of a living server. */
const TOO_MANY_CONNECTIONS = '53300';

/** The database was found to be down; what waits for it is ended. */
export class DatabaseDownError extends Error {
  override readonly name = 'DatabaseDownError';
  readonly code = '57P03';

  constructor() {
    super('the database does not answer');
  }
}

/** The database only follows another one. */
class FollowerError extends Error {}

/** Watches one database over a connection of its own. */
export interface Monitor {
  readonly isDown: boolean;
  /** Has the connections of a pool ended when the database stops answering. */
  watch(pool: Pool): void;
  stop(): void;
}

type Connected = ClientBase & {
  readonly connection: { readonly stream: NodeJS.EventEmitter & { destroy(): void } };
};

/** Settles as the work does, or fails after a time that the event loop really had to see the answer. */
const within = <T>(ms: number, work: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    // What arrived while the event loop was busy is read before the time is called up.
    const timer = setTimeout(() => setImmediate(() => setImmediate(reject, new DatabaseDownError())), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/**
 * Finds out within about 1.3 s that a database is gone, paused, or no longer takes writes, and ends every connection to
 * it: a stopped server would otherwise hold each query until its own limit. It is found back as quickly.
 */
export const createMonitor = (url: string): Monitor => {
  const clients = new Set<Connected>();
  let isDown = false;
  let heardAt = Date.now();
  let pinging: Client | undefined;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;

  const heard = (): void => void (heardAt = Date.now());
  const drop = (): void => {
    const client = pinging;
    pinging = undefined;
    (client as Connected | undefined)?.connection.stream.destroy();
  };
  const endAll = (): void => {
    for (const client of clients) client.connection.stream.destroy();
  };

  const ping = async (): Promise<void> => {
    if (!pinging) {
      const client = new Client({
        connectionString: url,
        connectionTimeoutMillis: ANSWER_WITHIN_MS,
        application_name: 'codemetrics monitor',
      });
      client.on('error', () => void (pinging === client && drop()));
      pinging = client;
      await client.connect();
    }
    // A server that only follows another would refuse every write, so it is as good as none.
    const { rows } = await pinging.query<{ follows: boolean }>('select pg_is_in_recovery() as follows');
    if (rows[0]?.follows) throw new FollowerError();
  };

  const look = async (): Promise<void> => {
    try {
      await within(ANSWER_WITHIN_MS, ping());
      isDown = false;
      heard();
    } catch (error) {
      drop();
      const { code } = error as { code?: string };
      if (code === TOO_MANY_CONNECTIONS) isDown = false;
      else if (error instanceof FollowerError || Date.now() - heardAt >= HEARD_WITHIN_MS) {
        isDown = true;
        endAll();
      }
    }
  };
  const loop = async (): Promise<void> => {
    await look();
    if (!isStopped) timer = setTimeout(() => void loop(), PING_EVERY_MS).unref();
  };
  timer = setTimeout(() => void loop(), PING_EVERY_MS).unref();

  return {
    get isDown() {
      return isDown;
    },
    watch: (pool) => {
      pool.on('connect', (client) => {
        clients.add(client as Connected);
        (client as Connected).connection.stream.on('data', heard);
      });
      pool.on('remove', (client) => clients.delete(client as Connected));
    },
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      // Not ended in good order: a database that hangs would hold up the stop.
      drop();
    },
  };
};
