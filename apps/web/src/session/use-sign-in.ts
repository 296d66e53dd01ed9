import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import { client } from '../api/client.ts';
import { sessionQuery } from './use-session.ts';

/** Signs in; the server sets the cookie, and the token in the answer is not kept. The page leads on once it knows who. */
export const useSignIn = () => {
  const queries = useQueryClient();
  const signIn = useMutation({
    mutationFn: async (input: InputOf<'session', 'create'>) => {
      await client.session.create(input);
      // What an earlier person loaded must not be shown to this one.
      queries.clear();
      await queries.fetchQuery(sessionQuery);
    },
  });
  return { ...signIn, failedAt: signIn.submittedAt };
};
