import { useMutation } from '@tanstack/react-query';
import { client } from '../api/client.ts';
import { isSignedOut } from '../api/query-client.ts';

/** Ends the session on the server, then forgets everything that it had loaded. */
export const useSignOut = () =>
  useMutation({
    mutationFn: async () => {
      try {
        await client.session.delete();
      } catch (error) {
        if (!isSignedOut(error)) throw error;
      }
    },
    // The page is loaded anew, so that nothing of the person stays in its memory.
    onSuccess: () => window.location.assign('/sign-in'),
  });
