/** Classes and codes of PostgreSQL's SQLSTATE that mean "not now", rather than "not like this". */
const NOT_NOW = /^(08...|53...|57P0[1-5]|57014|55P03|25006|25P0[34]|58...|XX...)$/;
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);
const MESSAGES =
  /timeout exceeded when trying to connect|connection terminated|query read timeout|client has encountered a connection error|cannot use a pool after|not queryable|driver has already been destroyed/i;

/** Whether an error says that the database can't be reached or has no room just now, so that trying later is right. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string' && (NOT_NOW.test(code) || NETWORK.has(code))) return true;
  if (error instanceof AggregateError && error.errors.some(isUnavailable)) return true;
  return MESSAGES.test(error.message) || isUnavailable(error.cause);
};

/** Whether somebody else held what was asked for too long. */
export const isLocked = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === '55P03';

/** Whether an error is the refusal of a second row with the same unique key. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && (error as { code?: unknown }).code === '23505';

/** Whether two transactions stood in each other's way, so that running one of them again is right. */
export const isRetryable = (error: unknown): boolean =>
  error instanceof Error && ['40001', '40P01'].includes(String((error as { code?: unknown }).code));
