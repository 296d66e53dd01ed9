import { Alert, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../elements/icon.tsx';
import { kindName } from './kind-name.ts';

interface Props {
  readonly workload: string;
  /** The kinds of data of which there is none. */
  readonly missing: readonly string[];
  /** Nothing of the topic can be shown. */
  readonly isAll: boolean;
}

/** Which kinds of data a topic lacks altogether, and the way to send them. */
export const NoData = ({ workload, missing, isAll }: Props) => (
  <Alert
    color="indigo"
    icon={<Icon name="info" />}
    title={`No ${missing.map(kindName).join(' and no ')} yet`}
  >
    <Text size="sm" mb="sm">
      {isAll
        ? 'What this tab shows is told from data that was never sent for this workload.'
        : 'Some of the numbers below stay empty until it is sent.'}
    </Text>
    <Button component={Link} to="/start" search={{ workload } as never} variant="default" size="xs">
      How to send it
    </Button>
  </Alert>
);
