import type { Logger } from 'pino';
import type { ApiDeps } from '@codemetrics/api';
import { createRateLimits } from '@codemetrics/api';
import { createTokenCodec, uuidv7 } from '@codemetrics/auth';
import type { Connection } from '@codemetrics/database';
import { addTokenUsage } from '@codemetrics/database';
import { createOutbound } from '@codemetrics/outbound';
import type { KeyStore, NoticeWorker, QueryJobWorker } from '@codemetrics/services';
import {
  createDenialRecorder,
  createIdentityProviders,
  createIssuerKeys,
  createSignInGuard,
  createUsageRecorder,
  recordAudit,
  startNoticeWorker,
  startQueryJobWorker,
} from '@codemetrics/services';
import { openCallCount } from './call-count.ts';
import type { Config } from './config.ts';

/** Both names are fixed: what keeps installations apart is their secret. */
const ISSUER = 'codemetrics';
const AUDIENCE = 'codemetrics';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const KEYS_UNREADABLE = 'the key file could not be read again; the keys known so far stay in force';

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly now?: () => Date;
  /** How often to look for notices. */
  readonly noticeLookMs?: number;
}

/** What the server itself needs beside the API. */
export interface Composed extends ApiDeps {
  readonly startQueryJobs: () => QueryJobWorker;
  readonly closeCallCount: () => Promise<void>;
  readonly startNotices: () => NoticeWorker;
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
  const calls = openCallCount(config, connection.pool, log);
  const outbound = createOutbound({ allowed: config.outboundAllowed });
  let worker: QueryJobWorker | undefined;
  let notices: NoticeWorker | undefined;
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
    earliest: overrides.now ?? ((databaseNow) => new Date(Math.min(databaseNow.getTime(), Date.now()))),
    settings: {
      version: config.version,
      serviceTokenSeconds: config.serviceTokenSeconds,
      sessionSeconds: config.sessionSeconds,
      rateLimit: config.rateLimit,
      localPasswords: config.localPasswords,
      inForce: config.inForce,
    },
    signInGuard: createSignInGuard(connection.pool, wait),
    identityProviders: createIdentityProviders(config.identityProviders, now),
    usage: createUsageRecorder(async (uses) => {
      if ((await connection.db.transaction().execute((tx) => addTokenUsage(tx, uses))) > 0) notices?.wake();
    }),
    outbound,
    issuerKeys: createIssuerKeys(outbound, now),
    denials: createDenialRecorder(
      (actor, event) => connection.db.transaction().execute((tx) => recordAudit({ now }, tx, actor, event)),
      {
        now,
        report: (error) => log.warn({ error }, 'a denied attempt could not be written to the audit log'),
      },
    ),
    limits: createRateLimits(config.rateLimit, calls.count),
    closeCallCount: calls.close,
    report: (error) => log.error({ error }, 'a part of an answer failed'),
    reportFailure: (error, request) => log.error({ error, requestId: request.id }, 'a request failed'),
    startQueryJobs: () => (worker ??= startQueryJobWorker(deps)),
    startNotices: () => (notices ??= startNoticeWorker(deps, { lookMs: overrides.noticeLookMs })),
  };
  return deps;
};
