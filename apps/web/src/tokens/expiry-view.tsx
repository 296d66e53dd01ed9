import { lazy, Suspense, useState } from 'react';
import { Button, Group, Skeleton, Text } from '@mantine/core';
import type { ServiceToken } from '@codemetrics/contracts';
import { Panel } from '../elements/panel.tsx';
import { endingsOf } from './endings.ts';
import { EndingList } from './ending-list.tsx';

// The calendar is large, and not everybody opens it.
const ExpiryCalendar = lazy(() =>
  import('./expiry-calendar.tsx').then((module) => ({ default: module.ExpiryCalendar })),
);

/** When tokens end in the months ahead, as a calendar or as the list behind it. */
export const ExpiryView = ({ tokens }: { tokens: readonly ServiceToken[] }) => {
  const [isList, setList] = useState(false);
  const endings = endingsOf(tokens);
  return (
    <Panel title="When tokens end" description="Those that still work, by day in your time zone.">
      {endings.length === 0 ? (
        <Text>None of the tokens that you see here is still to end.</Text>
      ) : (
        <>
          {isList ? (
            <EndingList endings={endings} />
          ) : (
            <Suspense fallback={<Skeleton height={320} role="status" aria-label="Loading the calendar" />}>
              <ExpiryCalendar endings={endings} />
            </Suspense>
          )}
          <Group mt="sm">
            <Button variant="subtle" size="compact-xs" onClick={() => setList(!isList)}>
              {isList ? 'Show as a calendar' : 'Show as a list'}
            </Button>
          </Group>
        </>
      )}
    </Panel>
  );
};
