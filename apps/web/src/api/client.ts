import { createClient } from '@codemetrics/client';

/** The server that this page came from, by the session's cookie. A person waits, so it gives up sooner than a script would. */
export const client = createClient({
  url: '',
  retry: { retries: 2, baseDelayMs: 300, maxDelayMs: 3000, attemptTimeoutMs: 30_000 },
});
