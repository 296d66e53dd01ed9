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
        : 'The database can’t be reached just now. Nothing was changed; try again.',
      retryAfterSeconds: RETRY_AFTER_SECONDS,
      cause: error,
    });
  return new DomainError('internal', { cause: error });
};
