import { useState } from 'react';
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import type { ListedSource } from './source-list.tsx';
import { useReplay } from './use-replay.ts';

const titleOf = (unmatched: number): string =>
  unmatched === 0
    ? 'No delivery is unmatched any more'
    : unmatched === 1
      ? 'One delivery is of no workload'
      : `${unmatched.toLocaleString()} deliveries are of no workload`;

/** Deliveries that no workload listed when they came, and a way to map them all anew. */
export const ReplayUnmatched = ({ source: { source, deliveries } }: { readonly source: ListedSource }) => {
  const { state, progress, error, run, stop } = useReplay(source);
  const [total, setTotal] = useState(deliveries.unmatched);
  const { unmatched } = deliveries;
  const begin = (): void => {
    setTotal(unmatched);
    run();
  };
  // Its result stays to be read, also where nothing is left.
  if (unmatched === 0 && state === 'idle') return null;
  return (
    <Alert color="indigo" icon={<Icon name="inbox" />} title={titleOf(unmatched)}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">
          No workload listed the repository or service when they came. List it in one, then replay them.
        </Text>
        {state === 'running' && (
          <Progress.Root w="100%" size="lg">
            <Progress.Section
              value={Math.min(100, (100 * progress.done) / Math.max(1, total))}
              aria-label="Replay"
            />
          </Progress.Root>
        )}
        <Text size="sm" role="status" className="numbers">
          {state !== 'idle' &&
            `${progress.done.toLocaleString()} of ${total.toLocaleString()} replayed: ${progress.created.toLocaleString()} rows created, ${progress.updated.toLocaleString()} updated, ${progress.failed.toLocaleString()} failed.`}
          {state === 'stopped' && ' Stopped before the end.'}
        </Text>
        {error && <ErrorNotice title="The replay stopped" error={error} onRetry={begin} />}
        <Group gap="xs">
          <Button
            size="xs"
            leftSection={<Icon name="refresh" size={14} />}
            loading={state === 'running'}
            onClick={begin}
          >
            Replay all unmatched
          </Button>
          {state === 'running' && (
            <Button size="xs" variant="default" onClick={stop}>
              Stop
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  );
};
