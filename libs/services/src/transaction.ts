import type { Transaction } from 'kysely';
import type { Database } from '@codemetrics/database';
import { isRetryable } from '@codemetrics/database';
import type { Deps } from './deps.ts';

const MOST_TRIES = 4;

/** One transaction, run again where PostgreSQL ended it in favour of another. */
export const inTransaction = async <T>(
  deps: Pick<Deps, 'db'>,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> => {
  for (let tries = 1; ; tries++) {
    try {
      return await deps.db.transaction().execute(work);
    } catch (error) {
      if (tries === MOST_TRIES || !isRetryable(error)) throw error;
    }
  }
};
