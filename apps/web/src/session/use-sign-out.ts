import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { client } from '../api/client.ts';
import { isSignedOut } from '../api/query-client.ts';
import { SESSION_KEY } from './session-key.ts';

/** Ends the session on the server, then forgets everything that it had loaded. */
export const useSignOut = () => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: async () => {
      try {
        await client.session.delete();
      } catch (error) {
        if (!isSignedOut(error)) throw error;
      }
    },
    onSuccess: async () => {
      await navigate({ to: '/sign-in' });
      queries.clear();
      queries.setQueryData(SESSION_KEY, null);
    },
  });
};
