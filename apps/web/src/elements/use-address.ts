import { useCallback } from 'react';
import { useNavigate, useSearch } from '@tanstack/react-router';

type Changes = Readonly<Record<string, string | undefined>>;

/**
 * The query of the present address as text values, and a way to change some of them; undefined takes one out. What a
 * person has chosen on a screen stands there, so that it can be reloaded, shared and gone back to.
 */
export const useAddress = () => {
  const query: Readonly<Record<string, string | undefined>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (changes: Changes, { push = false }: { push?: boolean } = {}): void => {
      void navigate({
        to: '.',
        search: ((before: Record<string, string>) => ({ ...before, ...changes })) as never,
        replace: !push,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return { query, change };
};
