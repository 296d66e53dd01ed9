import { CodeMetricsError } from '@codemetrics/client';

/** A failure in words that help the person who sees it. */
export const describeError = (error: Error): string => {
  if (!(error instanceof CodeMetricsError)) return 'Something in this page went wrong. Reload it.';
  if (error.code === 'network') return 'The server can’t be reached. Is it running, and are you online?';
  if (error.code === 'timeout') return 'The server took too long to answer.';
  if (error.code === 'unavailable')
    return 'The server is up, but its database is not. It usually recovers by itself.';
  if (error.code === 'rate-limited')
    return `Too many calls at once. Try again in ${error.retryAfterSeconds ?? 60} seconds.`;
  return error.message;
};

/** What the server says of one field of the input; several complaints are one sentence. */
export const fieldError = (error: unknown, path: string): string | undefined => {
  if (!(error instanceof CodeMetricsError)) return undefined;
  const messages = error.errors.filter((one) => one.path === path || one.path.startsWith(`${path}[`));
  return messages.length === 0 ? undefined : messages.map((one) => one.message).join('; ');
};
