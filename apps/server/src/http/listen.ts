import type { Server } from 'node:net';
import { createServer } from 'node:net';
import type { FastifyInstance } from 'fastify';

/** Connections that wait to be taken; a crowd beyond it would have to try again after seconds. */
const BACKLOG = 4096;

/**
 * Node takes one new connection a turn of its event loop from each socket that listens, so that under load a crowd of
 * new connections would wait for seconds to hear even a no. The system shares them out over so many sockets.
 */
const SOCKETS = 16;

const CLOSE_IDLE_MS = 50;

/** Where to listen. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const listening = (server: Server, options: Address & { reusePort?: boolean }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ ...options, backlog: BACKLOG }, () => {
      server.off('error', reject);
      resolve();
    });
  });

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

/** The port, once it is sure to be free: sockets that share a port would share it with another server’s silently. */
const freePort = async (address: Address): Promise<number> => {
  const alone = createServer();
  await listening(alone, address);
  const port = portOf(alone);
  await closed(alone);
  return port;
};

/** More sockets of one port whose connections the application serves. */
const openMore = async (app: FastifyInstance, address: Address): Promise<Server[]> => {
  const servers: Server[] = [];
  try {
    for (let count = 1; count < SOCKETS; count++) {
      const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
        app.server.emit('connection', socket),
      );
      await listening(server, { ...address, reusePort: true });
      servers.push(server);
    }
    return servers;
  } catch (error) {
    await Promise.all(servers.map(closed));
    throw error;
  }
};

/** What ends the listening. */
export interface Listening {
  /** No new connections from now on; resolves once the last one has given its answers and ended. */
  close(): Promise<void>;
}

/**
 * Has the application listen, and take new connections fast where the system can share a port (Linux). Refused with
 * `EADDRINUSE` where anything else listens there.
 */
export const listen = async (app: FastifyInstance, { host, port }: Address): Promise<Listening> => {
  const canShare = process.platform === 'linux';
  const address = { host, port: canShare ? await freePort({ host, port }) : port };
  const options = { ...address, backlog: BACKLOG, reusePort: canShare };
  await app.listen(options);
  const more = canShare ? await openMore(app, address) : [];
  return {
    close: async () => {
      // A connection that falls idle after its last answer would hold up the close until its keep-alive ends.
      const closeIdle = setInterval(() => app.server.closeIdleConnections(), CLOSE_IDLE_MS);
      await Promise.all([...more.map(closed), app.close()]).finally(() => clearInterval(closeIdle));
    },
  };
};
