import { Badge, Button, Group, Stack } from '@mantine/core';
import { useSession } from '../session/use-session.ts';
import { useSignOut } from '../session/use-sign-out.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { Panel } from '../elements/panel.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import classes from './who-you-are.module.css';

const ROLES = { admin: 'Administrator', editor: 'Editor', viewer: 'Viewer' };

/** Name, role and reach of the person, and the way out. */
export const WhoYouAre = () => {
  const { user, scopes, workloads, expires } = useSession();
  const signOut = useSignOut();
  const facts = [
    ['Name', user.displayName],
    ['User name', user.username],
    ['Role', ROLES[user.role]],
    ['Workloads', workloads === null ? 'All' : workloads.length === 0 ? 'None' : workloads.join(', ')],
  ];
  return (
    <Panel title="Who you are">
      <Stack>
        <dl className={classes.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          <div>
            <dt>You may</dt>
            <dd>
              <Group gap={4}>
                {scopes.map((scope) => (
                  <Badge key={scope} variant="default" size="sm" tt="none" fw={500}>
                    {scope}
                  </Badge>
                ))}
              </Group>
            </dd>
          </div>
          <div>
            <dt>Signed in until</dt>
            <dd>
              <TimeStamp at={expires} as="date-time" />
            </dd>
          </div>
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
