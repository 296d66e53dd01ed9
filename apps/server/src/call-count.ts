import { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRedis } from 'rate-limiter-flexible';
import type { Config } from './config.ts';

/** Where the calls of each caller are counted. */
export interface CallCount {
  readonly count: RateLimiterAbstract | null;
  close(): Promise<void>;
}

const CONNECT_MS = 1000;
const none = (): Promise<void> => Promise.resolve();

/**
 * The count that rate limits go by: in Redis where REDIS_URL names one, in PostgreSQL where servers may share a
 * database, and in memory for a server with a database of its own. A Redis that is down doesn't take the API along:
 * each server counts for itself meanwhile.
 */
export const openCallCount = (
  config: Pick<Config, 'rateLimit' | 'redisUrl' | 'databaseUrl'>,
  pool: Pool,
  log: Logger,
): CallCount => {
  const { rateLimit, redisUrl, databaseUrl } = config;
  if (rateLimit === null) return { count: null, close: none };
  const limit = { points: rateLimit.calls, duration: rateLimit.windowSeconds };
  if (redisUrl !== undefined) {
    const redis = new Redis(redisUrl, {
      connectTimeout: CONNECT_MS,
      commandTimeout: CONNECT_MS,
      maxRetriesPerRequest: 1,
      enableOfflineQueue: false,
    });
    redis.on('error', (error) =>
      log.warn({ error }, 'Redis is not reached; this server counts calls by itself'),
    );
    const insuranceLimiter = new RateLimiterMemory(limit);
    const count = new RateLimiterRedis({
      ...limit,
      storeClient: redis,
      keyPrefix: 'codemetrics:calls',
      insuranceLimiter,
    });
    return { count, close: () => Promise.resolve(redis.disconnect()) };
  }
  if (databaseUrl === undefined) return { count: new RateLimiterMemory(limit), close: none };
  const count = new RateLimiterPostgres({
    ...limit,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'rate_limits',
    tableCreated: true,
    keyPrefix: 'calls',
  });
  return { count, close: none };
};
