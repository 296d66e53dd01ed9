import type { Logger } from 'pino';
import type { ApiDeps } from '@codemetrics/api';
import { createRateLimits } from '@codemetrics/api';
import type { KeyRing } from '@codemetrics/auth';
import { createTokenCodec, uuidv7 } from '@codemetrics/auth';
import type { Connection } from '@codemetrics/database';
import { addTokenUsage } from '@codemetrics/database';
import { createSignInGuard, createUsageRecorder } from '@codemetrics/services';
import type { Config } from './config.ts';

/** Both names are fixed: what keeps installations apart is their secret. */
const ISSUER = 'codemetrics';
const AUDIENCE = 'codemetrics';

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What a test may put in place of the real thing. */
export interface Overrides {
  readonly now?: () => Date;
}

/** Wires everything that verbs and adapters need. */
export const compose = (
  config: Config,
  connection: Connection,
  ring: KeyRing,
  log: Logger,
  overrides: Overrides = {},
): ApiDeps => {
  const now = overrides.now ?? (() => new Date());
  return {
    db: connection.db,
    now,
    newId: () => uuidv7(now()),
    codec: createTokenCodec({ ring, issuer: ISSUER, audience: AUDIENCE, now }),
    ring,
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
    reportFailure: (error, request) => log.error({ error, requestId: request.id }, 'a request failed'),
  };
};
