import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../api/client.ts';

/** How a person can sign in here: by password, through providers, or both. */
export const useSignInOptions = () =>
  useQuery({
    queryKey: ['sign-in-options'],
    queryFn: ({ signal }) => client.session.providers({}, { signal }),
    // Signing in forgets all that was loaded; what is on the screen stays meanwhile.
    placeholderData: keepPreviousData,
  });
