import type { Logger } from 'pino';
import type { ApiDeps } from '@codemetrics/api';
import { createRateLimits } from '@codemetrics/api';
import { createTokenCodec, uuidv7 } from '@codemetrics/auth';
import type { Connection } from '@codemetrics/database';
import { addTokenUsage } from '@codemetrics/database';
import type { KeyStore, QueryJobWorker } from '@codemetrics/services';
import { createSignInGuard, createUsageRecorder, startQueryJobWorker } from '@codemetrics/services';
import type { Config } from './config.ts';

/** Both names are fixed: what keeps installations apart is their secret. */
const ISSUER = 'codemetrics';
const AUDIENCE = 'codemetrics';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const KEYS_UNREADABLE = 'the key file could not be read again; the keys known so far stay in force';

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly now?: () => Date;
}

/** What the server itself needs beside the API. */
export interface Composed extends ApiDeps {
  readonly startQueryJobs: () => QueryJobWorker;
}

/** Wires everything that verbs and adapters need. */
export const compose = (
  config: Config,
  connection: Connection,
  keys: KeyStore,
  log: Logger,
  overrides: Overrides = {},
): Composed => {
  const now = overrides.now ?? (() => new Date());
  let worker: QueryJobWorker | undefined;
  const deps: Composed = {
    db: connection.db,
    longDb: connection.longDb,
    wakeQueryJobs: () => worker?.wake(),
    now,
    newId: () => uuidv7(now()),
    codec: createTokenCodec({
      ring: keys.ring,
      refresh: () => keys.refresh().catch((error: unknown) => log.warn({ error }, KEYS_UNREADABLE)),
      issuer: ISSUER,
      audience: AUDIENCE,
      now,
    }),
    keys,
    get ring() {
      return keys.ring();
    },
    // A test's own clock is the only one there is.
    latest: overrides.now ?? ((databaseNow) => new Date(Math.max(databaseNow.getTime(), Date.now()))),
    settings: {
      version: config.version,
      serviceTokenSeconds: config.serviceTokenSeconds,
      sessionSeconds: config.sessionSeconds,
      rateLimit: config.rateLimit,
    },
    signInGuard: createSignInGuard(connection.pool, wait),
    usage: createUsageRecorder((uses) =>
      connection.db.transaction().execute((tx) => addTokenUsage(tx, uses)),
    ),
    limits: createRateLimits(config.rateLimit),
    report: (error) => log.error({ error }, 'a part of an answer failed'),
    reportFailure: (error, request) => log.error({ error, requestId: request.id }, 'a request failed'),
    startQueryJobs: () => (worker ??= startQueryJobWorker(deps)),
  };
  return deps;
};
