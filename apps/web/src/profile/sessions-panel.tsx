import { useState } from 'react';
import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { useEndSession, useOwnSessions } from '../session/use-own-sessions.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { Panel } from '../elements/panel.tsx';
import { SessionList } from './session-list.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';

/** Where the person is signed in, and the way out of there. */
export const SessionsPanel = () => {
  const { data: sessions, error, refetch } = useOwnSessions();
  const end = useEndSession();
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel
      title="Where you are signed in"
      description="What you end here is refused at once. Your service tokens go on."
    >
      <Stack>
        {error && (
          <ErrorNotice
            title="Your sessions could not be loaded"
            error={error}
            onRetry={() => void refetch()}
          />
        )}
        {end.error && <ErrorNotice title="The session was not ended" error={end.error} />}
        {!sessions && !error && <Skeleton height={120} role="status" aria-label="Loading your sessions" />}
        {sessions && (
          <SessionList
            sessions={sessions}
            ending={end.isPending ? end.variables : undefined}
            onEnd={({ sessionId }) => end.mutate(sessionId)}
          />
        )}
        <Group>
          <Button variant="default" leftSection={<Icon name="sign-out" />} onClick={() => setOpen(true)}>
            Sign out everywhere
          </Button>
        </Group>
      </Stack>
      <SignOutEverywhere isOpen={isOpen} onClose={() => setOpen(false)} />
    </Panel>
  );
};
