import { DomainError } from '@codemetrics/contracts';

/**
 * The name under which PostgreSQL is asked for a zone. It takes a short one such as `CET` for an abbreviation, which
 * knows no daylight saving, and doesn't know every old alias; the name that an alias stands for is free of both.
 */
export const databaseZone = (timezone: string): string =>
  new Intl.DateTimeFormat('en', { timeZone: timezone }).resolvedOptions().timeZone;

const INVALID_PARAMETER_VALUE = '22023';

/** The error as the caller should see it: a zone newer than the database's own list is the caller's to change. */
export const refuseUnknownZone = (error: unknown, timezone: string): never => {
  if (!(error instanceof Error) || (error as { code?: unknown }).code !== INVALID_PARAMETER_VALUE)
    throw error;
  const message = `the database does not know the time zone ${timezone}`;
  throw new DomainError('invalid-input', {
    detail: `timezone: ${message}`,
    errors: [{ path: 'timezone', message }],
    cause: error,
  });
};
