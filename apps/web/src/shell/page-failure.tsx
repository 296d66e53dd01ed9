import { useEffect, useState } from 'react';
import { Alert, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { Icon } from '../elements/icon.tsx';
import { Page } from '../elements/page.tsx';
import { SESSION_KEY } from '../session/session-key.ts';
import { outage } from './status/connection.ts';
import type { PartReason } from './status/load-part.ts';
import { PartFailure, whyMissing } from './status/load-part.ts';

const RELOADED = 'codemetrics-reloaded-at';
/** A server that keeps telling of an update must not have the page reload itself for ever. */
const ONCE_IN_MS = 60_000;

const reloadOnce = (): void => {
  const last = Number(sessionStorage.getItem(RELOADED) ?? 0);
  if (Date.now() - last < ONCE_IN_MS) return;
  sessionStorage.setItem(RELOADED, String(Date.now()));
  window.location.reload();
};

const WORDS = {
  updated: 'The server was updated meanwhile, and this page belongs to the version before. Reload it.',
  unreachable:
    'The server can’t be reached, so this screen could not be loaded. It loads as soon as the server answers.',
  other: 'Something in this page went wrong. Trying again may help; the rest of the app goes on working.',
};

/** In place of one screen that could not be loaded or drawn; the frame around it stays. */
export const PageFailure = ({ error, reset }: { readonly error: unknown; readonly reset: () => void }) => {
  const router = useRouter();
  const queries = useQueryClient();
  const [why, setWhy] = useState<PartReason | 'other'>(error instanceof PartFailure ? error.why : 'other');
  // Parts of a screen, too, are loaded when they are needed.
  useEffect(() => void whyMissing(error).then((reason) => setWhy(reason ?? 'other')), [error]);
  useEffect(() => {
    if (why === 'updated') reloadOnce();
    if (why !== 'unreachable') return undefined;
    // The browser keeps the failed part failed until the page is loaded anew.
    return outage.watch(() => {
      if (outage.get() === null) window.location.reload();
    });
  }, [why]);
  const again = (): void => {
    if (why !== 'other') return window.location.reload();
    // What was loaded may be what it failed by.
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0], type: 'inactive' });
    reset();
    void router.invalidate();
  };
  return (
    <Page title="This screen could not be shown">
      <Alert color="red" role="alert" icon={<Icon name="warning" />} maw={640}>
        <Text size="sm" mb="sm">
          {WORDS[why]}
        </Text>
        <Group>
          <Button variant="default" size="xs" leftSection={<Icon name="refresh" size={14} />} onClick={again}>
            {why === 'other' ? 'Try again' : 'Reload'}
          </Button>
          <Link to="/">Go to the overview</Link>
        </Group>
      </Alert>
    </Page>
  );
};
