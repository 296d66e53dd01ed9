import { mkdir } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { FirstAdministrator } from '@codemetrics/services';
import { createFirstAdministrator, registerSigningKeys } from '@codemetrics/services';
import type { Overrides } from './compose.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import { startHousekeeping } from './housekeeping.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { openKeyStore } from './key-ring.ts';

const DRAIN_MS = 10_000;
/** A query job that takes longer is taken up again by another server, or by this one when it starts. */
const JOB_STOP_MS = 2000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A server that listens. */
export interface RunningServer {
  readonly url: string;
  readonly app: FastifyInstance;
  readonly firstAdministrator: FirstAdministrator | null;
  readonly embeddedPid: number | undefined;
  /** Called when the embedded database is lost for good. */
  onUnrecoverable(callback: (error: Error) => void): void;
  /** Finishes what is under way, writes what was gathered, stops the database. */
  stop(): Promise<void>;
}

const addressOf = (app: FastifyInstance, host: string): string => {
  const address = app.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
};

/** Ends within a time, come what may: a client that never reads its answer must not hold up the stop. */
const within = (ms: number, work: Promise<unknown>): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.catch(() => undefined).finally(() => (clearTimeout(timer), resolve()));
  });

/** Starts everything in order; where one step fails, what was started is stopped again. */
export const startServer = async (
  config: Config,
  log: Logger,
  overrides: Overrides = {},
): Promise<RunningServer> => {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const keys = await openKeyStore(config);
  const database = await openDatabase(config, log);
  try {
    const deps = compose(config, database.connection, keys, log, overrides);
    const registered = await registerSigningKeys(deps);
    if (!registered.held)
      log.warn(
        { kid: registered.signing },
        'this server does not hold the key that signs; give it the same keys as the others',
      );
    // Without passwords the first administrator is whoever a provider's groups make one.
    const firstAdministrator = config.localPasswords
      ? await createFirstAdministrator(deps, {
          username: config.adminUsername,
          password: config.adminPassword,
        })
      : null;
    const health = { draining: false };
    const app = await createApp(config, deps, log, health);
    const listening = await listen(app, config);
    const queryJobs = deps.startQueryJobs();
    const notices = deps.startNotices();
    const housekeeping = startHousekeeping(deps, log);
    let stopping: Promise<void> | undefined;
    const stopAll = async (): Promise<void> => {
      health.draining = true;
      // Meanwhile whoever balances the load sees that this server is not ready, and sends to others.
      await wait(config.drainDelaySeconds * 1000);
      housekeeping.stop();
      await within(DRAIN_MS, listening.close());
      await queryJobs.stop(JOB_STOP_MS);
      await notices.stop(JOB_STOP_MS);
      app.server.closeAllConnections();
      await deps.usage.flush().catch((error: unknown) => log.error({ error }, 'usage could not be written'));
      await deps.denials.flush(true);
      await deps.closeCallCount();
      await database.close();
    };
    return {
      url: addressOf(app, config.host),
      app,
      firstAdministrator,
      embeddedPid: database.embedded?.pid,
      onUnrecoverable: (callback) => database.embedded?.onUnrecoverable(callback),
      stop: () => (stopping ??= stopAll()),
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};
