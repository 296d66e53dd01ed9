import { DomainError } from '@codemetrics/contracts';
import { parseDuration } from '@codemetrics/auth';

/** A duration as a caller gives it (`90d` or seconds), in seconds; a bad one is refused by its field. */
export const secondsOf = (value: string | number, path: string, allowZero = false): number => {
  try {
    return parseDuration(String(value), { allowZero });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DomainError('invalid-input', {
      detail: `${path}: ${error.message}`,
      errors: [{ path, message: error.message }],
    });
  }
};
