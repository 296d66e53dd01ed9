import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Box } from '@mantine/core';
import { ErrorNotice } from '../shell/error-notice.tsx';
import { navigate, useLocation } from '../shell/router.ts';
import { signInPath } from './next-path.ts';
import { SessionContext, useSessionQuery } from './use-session.ts';

/** Shows its children to a signed-in person, and sends everyone else to sign in. */
export const SessionGate = ({ children }: { children: ReactNode }) => {
  const { data, error, refetch } = useSessionQuery();
  const { pathname } = useLocation();
  const wasSignedIn = useRef(false);
  if (data) wasSignedIn.current = true;
  useEffect(() => {
    if (data === null) navigate(signInPath(pathname, wasSignedIn.current), { replace: true });
  }, [data, pathname]);
  if (data) return <SessionContext value={data}>{children}</SessionContext>;
  if (!error) return null;
  return (
    <Box component="main" maw={560} mx="auto" p="md" pt="15vh">
      <ErrorNotice title="CodeMetrics could not be opened" error={error} onRetry={() => void refetch()} />
    </Box>
  );
};
