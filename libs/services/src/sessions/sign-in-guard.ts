import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '@codemetrics/contracts';

/** Failures of one account, and of one address, within the window before sign-in is locked. */
const ACCOUNT_FAILURES = 10;
const ADDRESS_FAILURES = 100;
const WINDOW_SECONDS = 15 * 60;

/** Each failure in the window makes the next answer this much later, up to a second. */
const SLOWED_BY_MS = 100;
const SLOWED_AT_MOST_MS = 1000;

/** Slows, then locks, the guessing of passwords; the counts are in the database, so every replica shares them. */
export interface SignInGuard {
  /** Takes one try before the password is looked at; refuses a locked account or address. */
  admit(username: string, address: string): Promise<void>;
  /** The right password: the account's tries are forgotten. */
  forgive(username: string, address: string): Promise<void>;
}

/** The refusal of a try. */
export class SignInLocked extends DomainError {
  readonly what: 'account' | 'address';
  /** Whether this is the try that met the lock first. */
  readonly first: boolean;

  constructor(what: 'account' | 'address', most: number, result: RateLimiterRes) {
    super('sign-in-locked', { retryAfterSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)) });
    this.what = what;
    this.first = result.consumedPoints === most + 1;
  }
}

/** A guard over the table `sign_in_limits`. */
export const createSignInGuard = (pool: Pool, wait: (ms: number) => Promise<void>): SignInGuard => {
  const limiter = (keyPrefix: 'account' | 'address', points: number) =>
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: 'pool',
      tableName: 'sign_in_limits',
      tableCreated: true,
      keyPrefix,
      points,
      duration: WINDOW_SECONDS,
    });
  const byAccount = limiter('account', ACCOUNT_FAILURES);
  const byAddress = limiter('address', ADDRESS_FAILURES);
  const take = async (which: RateLimiterPostgres, key: string): Promise<number> => {
    try {
      return (await which.consume(key)).consumedPoints;
    } catch (error) {
      if (error instanceof RateLimiterRes)
        throw new SignInLocked(which.keyPrefix as 'account' | 'address', which.points, error);
      throw error;
    }
  };
  const account = (username: string) => username.toLowerCase().slice(0, 100);
  return {
    admit: async (username, address) => {
      await take(byAddress, address);
      const tries = await take(byAccount, account(username));
      if (tries > 2) await wait(Math.min(SLOWED_AT_MOST_MS, (tries - 2) * SLOWED_BY_MS));
    },
    forgive: async (username, address) => {
      await byAccount.delete(account(username));
      await byAddress.reward(address, 1);
    },
  };
};
