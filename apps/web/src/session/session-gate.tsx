import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Box } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { signInPath } from './next-path.ts';
import { SessionContext, useSessionQuery } from './use-session.ts';

/** Shows its children to a signed-in person, and sends everyone else to sign in. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { data, error, refetch } = useSessionQuery();
  const { history } = useRouter();
  const wasSignedIn = useRef(false);
  if (data) wasSignedIn.current = true;
  useEffect(() => {
    // Read here and only once: while the sign-in page loads, this one still stands, at that one's address.
    if (data === null) history.replace(signInPath(history.location.href, wasSignedIn.current));
  }, [data, history]);
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  if (!error) return null;
  return (
    <Box component="main" maw={560} mx="auto" p="md" pt="15vh">
      <ErrorNotice title="CodeMetrics could not be opened" error={error} onRetry={() => void refetch()} />
    </Box>
  );
};
