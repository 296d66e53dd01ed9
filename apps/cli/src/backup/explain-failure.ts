import { EmbeddedDatabaseError, isUnavailable } from '@codemetrics/database';
import { CliError } from '../cli-error.ts';

const messageOf = (error: Error): string =>
  error.message !== '' || !(error instanceof AggregateError)
    ? error.message
    : error.errors.map((one) => (one instanceof Error ? one.message : String(one))).join('; ');

/** What PostgreSQL, the system or the backup say, for the person who called; a fault of the program stays what it is. */
export const explainFailure = (what: string, error: unknown): unknown => {
  if (!(error instanceof Error) || error instanceof CliError) return error;
  if (error.name === 'BackupError' || error instanceof EmbeddedDatabaseError)
    return new CliError(error.message, { cause: error });
  const { code } = error as { code?: unknown };
  const isOfSystem = typeof code === 'string' && !code.startsWith('ERR_');
  return isOfSystem || isUnavailable(error)
    ? new CliError(`${what} failed: ${messageOf(error)}`, { cause: error })
    : error;
};
