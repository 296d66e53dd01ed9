import { Alert, Text } from '@mantine/core';
import { Icon } from '../elements/icon.tsx';
import { useCountdown } from './use-countdown.ts';

const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Sign-in is locked for a while. The wait is read out once; the running clock is for the eye alone. */
export const LockedNotice = ({ until }: { until: number }) => {
  const seconds = useCountdown(until);
  const minutes = Math.max(1, Math.ceil((until - Date.now()) / 60_000));
  if (seconds === 0)
    return <Alert color="indigo" role="status" icon={<Icon name="info" />} title="You can try again now" />;
  return (
    <Alert color="orange" role="alert" icon={<Icon name="lock" />} title="Sign-in is locked for a while">
      <Text size="sm">
        There were too many failed attempts. Try again in{' '}
        <Text span fw={600} aria-hidden className="numbers">
          {clock(seconds)}
        </Text>
        <span className="visually-hidden">
          about {minutes} {minutes === 1 ? 'minute' : 'minutes'}
        </span>
        .
      </Text>
    </Alert>
  );
};
