import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OutputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';

const KEY = ['own-sessions'] as const;

/** One of the person's sessions that live. */
export type OwnSession = OutputOf<'sessions', 'list'>['sessions'][number];

/** Where the person is signed in; the newest first. */
export const useOwnSessions = () =>
  useQuery({
    queryKey: KEY,
    queryFn: async ({ signal }) => (await client.sessions.list({}, { signal })).sessions,
    staleTime: 0,
  });

/** Ends one session; it leaves the list when the server has answered. */
export const useEndSession = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sessionId: string) => client.sessions.delete({ sessionId }),
    // Awaited, so that the button is busy until the list is true again.
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
};

/** Ends every session, or every other one. */
export const useEndAllSessions = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (keepCurrent: boolean) => client.sessions.deleteAll({ keepCurrent }),
    onSuccess: ({ currentEnded }) => {
      // As after signing out: the page is loaded anew, so that nothing of the person stays in its memory.
      if (currentEnded) window.location.assign('/sign-in');
      else void queries.invalidateQueries({ queryKey: KEY });
    },
  });
};
