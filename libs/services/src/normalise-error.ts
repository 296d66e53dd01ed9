import { DomainError } from '@codemetrics/contracts';
import { isLocked, isUnavailable } from '@codemetrics/database';

const RETRY_AFTER_SECONDS = 1;

/** Any failure as a DomainError: what isn't one shows nothing of itself to the caller. */
export const normaliseError = (error: unknown): DomainError => {
  if (error instanceof DomainError) return error;
  if (isUnavailable(error))
    return new DomainError('unavailable', {
      detail: isLocked(error)
        ? 'Others are changing the same things just now. Nothing was changed; try again.'
        : // A connection that is lost at its commit leaves open what came of it.
          'The database can’t be reached just now. Try again; of a change, look first whether it was made.',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause: error,
    });
  return new DomainError('internal', { cause: error });
};
