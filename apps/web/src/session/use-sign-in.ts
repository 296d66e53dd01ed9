import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import type { InputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';
import { nextPath } from './next-path.ts';
import { sessionQuery } from './use-session.ts';

/**
 * Signs in, and leads on to what the query of the sign-in page names. The server sets the cookie; the token in the answer
 * is not kept.
 */
export const useSignIn = (search: string) => {
  const queries = useQueryClient();
  const { history } = useRouter();
  const signIn = useMutation({
    mutationFn: async (input: InputOf<'session', 'create'>) => {
      await client.session.create(input);
      // What an earlier person loaded must not be shown to this one.
      queries.clear();
      await queries.fetchQuery(sessionQuery);
    },
    onSuccess: () => history.replace(nextPath(search)),
  });
  return { ...signIn, failedAt: signIn.submittedAt };
};
