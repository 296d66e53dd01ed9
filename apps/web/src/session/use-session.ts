import { createContext, useContext } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { OutputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';
import { isSignedOut } from '../api/query-client.ts';
import { SESSION_KEY } from './session-key.ts';

/** Who is signed in, and what they may do. */
export type Session = OutputOf<'session', 'get'>;

/** How the session is read: `null` is the answer that nobody is signed in. */
export const sessionQuery = {
  queryKey: SESSION_KEY,
  queryFn: async ({ signal }: { signal: AbortSignal }): Promise<Session | null> => {
    try {
      return await client.session.get({}, { signal });
    } catch (error) {
      if (isSignedOut(error)) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
};

/** The session as a query, where it may still be unknown. */
export const useSessionQuery = () => useQuery(sessionQuery);

export const SessionContext = createContext<Session | null>(null);

/** The session on a screen that only a signed-in person sees. */
export const useSession = (): Session => {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside of a SessionGate');
  return session;
};
