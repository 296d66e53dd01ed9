import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { CodeMetricsError } from '@codemetrics/client';
import { SESSION_KEY } from '../session/session-key.ts';

/** Whether the server no longer knows the session. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof CodeMetricsError && error.code.startsWith('credential-');

// Whatever call learns that the session has ended, the screen that asks to sign in again follows.
const onError = (error: unknown): void => {
  if (isSignedOut(error)) queryClient.setQueryData(SESSION_KEY, null);
};

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  // The client itself sends again what may be sent again.
  defaultOptions: { queries: { retry: false, staleTime: 60_000 }, mutations: { retry: false } },
});
