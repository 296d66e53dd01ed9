import { Badge, Button, Group, Text } from '@mantine/core';
import { TimeStamp } from '../elements/time-stamp.tsx';
import type { OwnSession } from '../session/use-own-sessions.ts';
import { describeAgent } from './describe-agent.ts';
import classes from './session-list.module.css';

interface Props {
  readonly sessions: readonly OwnSession[];
  /** The one that is being ended. */
  readonly ending: string | undefined;
  readonly onEnd: (session: OwnSession) => void;
}

const wayOf = ({ provider }: OwnSession): string =>
  provider === null ? 'by password' : `through ${provider}`;

/** Where the person is signed in. */
export const SessionList = ({ sessions, ending, onEnd }: Props) => (
  <ul className={classes.sessions} aria-label="Your sessions">
    {sessions.map((session) => (
      <li key={session.sessionId}>
        <div className={classes.told}>
          <Group gap="xs">
            <Text span fw={600} size="sm">
              <bdi>{describeAgent(session.userAgent)}</bdi>
            </Text>
            {session.current && (
              <Badge variant="default" size="sm" tt="none">
                This session
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            Signed in <TimeStamp at={session.created} as="relative" /> {wayOf(session)}
            {session.address !== null && ` from ${session.address}`}; ends{' '}
            <TimeStamp at={session.expires} as="relative" />
          </Text>
        </div>
        {!session.current && (
          <Button
            variant="default"
            size="xs"
            loading={ending === session.sessionId}
            aria-label={`End the session of ${describeAgent(session.userAgent)}`}
            onClick={() => onEnd(session)}
          >
            End
          </Button>
        )}
      </li>
    ))}
  </ul>
);
