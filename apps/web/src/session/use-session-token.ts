import { useEffect } from 'react';
import { useMutation } from '@tanstack/react-query';
import { client } from '../api/client.ts';

/** The token is in the page no longer than this. */
export const SHOWN_SECONDS = 60;

/** Asks for the session's own token when told to, and forgets it after a minute or when the page is left. */
export const useSessionToken = () => {
  const { mutate, reset, data, error, isPending, submittedAt } = useMutation({
    mutationFn: () => client.session.showToken(),
    gcTime: 0,
  });
  useEffect(() => {
    if (!data) return undefined;
    const timer = setTimeout(reset, SHOWN_SECONDS * 1000);
    return () => clearTimeout(timer);
  }, [data, reset]);
  return {
    show: () => mutate(),
    hide: reset,
    token: data,
    error,
    isPending,
    hiddenAt: submittedAt + SHOWN_SECONDS * 1000,
  };
};
