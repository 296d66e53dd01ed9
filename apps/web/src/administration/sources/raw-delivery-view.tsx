import { useMemo } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { RawDelivery, SourceId } from '@codemetrics/contracts';
import { CopyButton } from '../../elements/copy-button.tsx';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { formatBytes } from './format-bytes.ts';
import { prettyJson, showHidden } from './inert-text.ts';
import { Outcome, OUTCOMES } from './outcome.tsx';
import classes from './raw-delivery-view.module.css';
import { useReplayDelivery } from './use-sources.ts';

interface Props {
  readonly source: SourceId;
  readonly delivery: RawDelivery;
}

/** What was sent, as text that can do nothing, and what became of it. */
export const RawDeliveryView = ({ source, delivery }: Props) => {
  const replay = useReplayDelivery();
  const { deliveryId, event, received, outcome, failure, headers, body, bodyBytes, truncated } = delivery;
  const shown = useMemo(() => showHidden(truncated ? body : prettyJson(body)), [body, truncated]);
  return (
    <Stack>
      <Group justify="space-between" align="flex-start">
        <div className={classes.head}>
          <Text fw={600}>
            <bdi>{showHidden(event)}</bdi>
          </Text>
          <Text size="xs" c="dimmed" ff="monospace">
            <bdi>{showHidden(deliveryId)}</bdi>
          </Text>
          <Text size="sm" c="dimmed">
            <TimeStamp at={received} as="date-time" />, {formatBytes(bodyBytes)}
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<Icon name="refresh" size={14} />}
          loading={replay.isPending}
          onClick={() => replay.mutate({ source, deliveryId })}
        >
          Replay
        </Button>
      </Group>
      <Group gap="xs">
        <Outcome outcome={outcome} />
        <Text size="sm" className={classes.text}>
          {failure === null ? OUTCOMES[outcome].meaning : showHidden(failure)}
        </Text>
      </Group>
      {replay.error && <ErrorNotice title="The delivery was not replayed" error={replay.error} />}
      {replay.data && (
        <Alert
          role="status"
          color={replay.data.outcome === 'stored' ? 'teal' : 'orange'}
          icon={<Icon name={replay.data.outcome === 'stored' ? 'check' : 'info'} />}
          title={`Replayed: ${replay.data.outcome}`}
        >
          {replay.data.created} created, {replay.data.updated} updated, {replay.data.unchanged} unchanged.
        </Alert>
      )}
      <section aria-label="Headers">
        <Text fw={600} size="sm" mb={4}>
          Headers
        </Text>
        <dl className={classes.headers}>
          {Object.entries(headers).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{showHidden(value)}</dd>
            </div>
          ))}
        </dl>
        <Text size="xs" c="dimmed">
          Only those that tell what it is are kept, none that holds a secret.
        </Text>
      </section>
      <section aria-label="Body">
        <Group justify="space-between" mb={4}>
          <Text fw={600} size="sm">
            Body{truncated && ', its beginning'}
          </Text>
          <CopyButton value={body} what="the body" />
        </Group>
        <pre className={classes.body} tabIndex={0} aria-label="The body">
          {shown}
        </pre>
      </section>
    </Stack>
  );
};
