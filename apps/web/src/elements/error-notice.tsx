import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { CodeMetricsError } from '@codemetrics/client';
import { CopyButton } from './copy-button.tsx';
import { describeError } from './describe-error.ts';
import { Icon } from './icon.tsx';

interface Props {
  /** What did not work. */
  readonly title: string;
  readonly error: Error;
  readonly onRetry?: () => void;
}

/** A failure: what did not work, why, the request id to find it in the server's log, and a way to try again. */
export const ErrorNotice = ({ title, error, onRetry }: Props) => {
  const requestId = error instanceof CodeMetricsError ? error.requestId : null;
  return (
    <Alert color="red" role="alert" icon={<Icon name="warning" />} title={title}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{describeError(error)}</Text>
        {requestId !== null && (
          <Group gap="xs">
            <Text size="sm">Request id</Text>
            <Code>{requestId}</Code>
            <CopyButton value={requestId} what="the request id" isCompact />
          </Group>
        )}
        {onRetry && (
          <Button
            variant="default"
            size="xs"
            leftSection={<Icon name="refresh" size={14} />}
            onClick={onRetry}
          >
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
};
