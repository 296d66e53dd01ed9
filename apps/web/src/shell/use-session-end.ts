import { useEffect } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from '../session/session-key.ts';
import { useSession } from '../session/use-session.ts';

/** The longest that a browser can wait. */
const MOST_MS = 2_147_483_647;

/** Asks the server anew at the time when the session ends, so that the way to sign in follows at once. */
export const useSessionEnd = (): void => {
  const { expires } = useSession();
  const queries = useQueryClient();
  useEffect(() => {
    const left = Date.parse(expires) - Date.now() + 1000;
    if (left > MOST_MS) return undefined;
    const timer = setTimeout(
      () => void queries.invalidateQueries({ queryKey: SESSION_KEY }),
      Math.max(left, 1000),
    );
    return () => clearTimeout(timer);
  }, [expires, queries]);
};
