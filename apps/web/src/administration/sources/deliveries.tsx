import { Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { KeptOutcome, SourceDelivery, SourceId } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { Icon } from '../../elements/icon.tsx';
import { TimeStamp } from '../../elements/time-stamp.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { MoreRows } from '../shared/more-rows.tsx';
import type { Column } from '../shared/record-list.tsx';
import { RecordList } from '../shared/record-list.tsx';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { DeliveryFilters } from './delivery-filters.tsx';
import { formatBytes } from './format-bytes.ts';
import { Outcome, OUTCOMES } from './outcome.tsx';
import { useDeliveries } from './use-sources.ts';

const COLUMNS: readonly [Column<SourceDelivery>, ...Column<SourceDelivery>[]] = [
  {
    label: 'Event',
    cell: ({ event, deliveryId }) => (
      <>
        <bdi>{event}</bdi>
        <Text size="xs" c="dimmed" fw={400} ff="monospace">
          <bdi>{deliveryId}</bdi>
        </Text>
      </>
    ),
  },
  {
    label: 'Outcome',
    cell: ({ outcome, failure }) => (
      <>
        <Outcome outcome={outcome} />
        {failure !== null && (
          <Text size="xs" mt={4}>
            <bdi>{failure}</bdi>
          </Text>
        )}
      </>
    ),
  },
  { label: 'Received', cell: ({ received }) => <TimeStamp at={received} as="date-time" /> },
  { label: 'Size', cell: ({ bodyBytes }) => formatBytes(bodyBytes), isNumber: true },
];

/** The deliveries of one source; filters and the one that is looked at stand in the address. */
export const Deliveries = ({ source }: { readonly source: SourceId }) => {
  const { query, change } = useAddress();
  const outcome = Object.keys(OUTCOMES).find((one) => one === query['outcome']) as KeptOutcome | undefined;
  const { event } = query;
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage, isFetching } = useDeliveries({
    source,
    ...(outcome ? { outcome } : {}),
    ...(event ? { event } : {}),
  });
  const rows = data?.pages.flatMap((page) => page.deliveries) ?? [];
  const chosen = query['delivery'];
  return (
    <Stack>
      <Group justify="space-between" align="flex-end">
        <DeliveryFilters outcome={outcome} event={event} onChange={change} />
        <Button
          variant="default"
          leftSection={<Icon name="refresh" size={14} />}
          loading={isFetching && !isFetchingNextPage}
          onClick={() => void refetch()}
        >
          Refresh
        </Button>
      </Group>
      {error && (
        <ErrorNotice
          title="The deliveries could not be loaded"
          error={error}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton height={200} role="status" aria-label="Loading the deliveries" />}
      {data && rows.length === 0 && (
        <Text>
          {outcome || event
            ? 'No delivery fits the filter.'
            : 'Nothing has come yet. Once the webhook is set up, push something or send a test from the provider.'}
        </Text>
      )}
      {rows.length > 0 && (
        <RecordList
          label="Deliveries"
          rows={rows}
          columns={COLUMNS}
          rowKey={({ deliveryId }) => deliveryId}
          actions={({ deliveryId, event: name }) => (
            <Button
              variant="subtle"
              size="xs"
              aria-label={`Look at ${name} ${deliveryId}`}
              onClick={() => change({ delivery: deliveryId }, { push: true })}
            >
              Look
            </Button>
          )}
        />
      )}
      <MoreRows hasMore={hasNextPage} isLoading={isFetchingNextPage} onMore={() => void fetchNextPage()} />
      <DeliveryDialog source={source} deliveryId={chosen} onClose={() => change({ delivery: undefined })} />
    </Stack>
  );
};
