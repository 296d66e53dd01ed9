import type { ReactNode } from 'react';
import { Badge, Button, Group, Skeleton, Stack } from '@mantine/core';
import type { Session } from '../session/use-session.ts';
import type { OwnSession } from '../session/use-own-sessions.ts';
import { useOwnSessions } from '../session/use-own-sessions.ts';
import { useSession } from '../session/use-session.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { Panel } from '../elements/panel.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import classes from './who-you-are.module.css';

const ROLES = { admin: 'Administrator', editor: 'Editor', viewer: 'Viewer' };

const workloadsText = (workloads: readonly string[] | null): string =>
  workloads === null ? 'All' : workloads.length === 0 ? 'None' : workloads.join(', ');

const sinceOf = (present: OwnSession | undefined): ReactNode =>
  present ? (
    <>
      <TimeStamp at={present.created} as="date-time" />
      {present.provider === null ? ', by password' : `, through ${present.provider}`}
    </>
  ) : (
    <Skeleton height={20} maw={220} />
  );

const factsOf = (
  { user, scopes, workloads, expires }: Session,
  present: OwnSession | undefined,
): readonly (readonly [string, ReactNode])[] => [
  ['Name', <bdi>{user.displayName}</bdi>],
  ['User name', <bdi>{user.username}</bdi>],
  ['Role', ROLES[user.role]],
  ['Workloads', workloadsText(workloads)],
  [
    'You may',
    <Group gap={4}>
      {scopes.map((scope) => (
        <Badge key={scope} variant="default" size="sm" tt="none" fw={500}>
          {scope}
        </Badge>
      ))}
    </Group>,
  ],
  ['Signed in since', sinceOf(present)],
  ['Signed in until', <TimeStamp at={expires} as="date-time" />],
];

/** Name, role, reach and session of the person, and the way out. */
export const WhoYouAre = () => {
  const session = useSession();
  const { data: sessions } = useOwnSessions();
  const signOut = useSignOut();
  return (
    <Panel title="Who you are">
      <Stack>
        <dl className={classes.facts}>
          {factsOf(
            session,
            sessions?.find(({ current }) => current),
          ).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {signOut.error && <ErrorNotice title="You are still signed in" error={signOut.error} />}
        <Group>
          <Button
            variant="default"
            leftSection={<Icon name="sign-out" />}
            loading={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            Sign out
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
};
