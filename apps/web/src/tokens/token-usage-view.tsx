import { useMemo, useState } from 'react';
import { Group, NativeSelect, Skeleton, Stack, Text, Title } from '@mantine/core';
import { TimeChart } from '../charts/time-chart.tsx';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { OperationTable } from './operation-table.tsx';
import { UsageFacts } from './usage-facts.tsx';
import { usageSeries } from './usage-series.ts';
import type { TokenUsage } from './use-tokens.ts';
import { useTokenUsage } from './use-tokens.ts';

const RANGES = [
  { value: '30', label: 'Last 30 days' },
  { value: '90', label: 'Last 90 days' },
  { value: '365', label: 'Last 365 days' },
];

const Charts = ({ usage, days }: { usage: TokenUsage; days: number }) => {
  const { calls, failures } = useMemo(() => usageSeries(usage, days, Date.now()), [usage, days]);
  if (calls.length === 0) return <Text size="sm">No call in these days.</Text>;
  return (
    <>
      <TimeChart title="Calls by day and operation" series={calls} shape="bar" isStacked height={220} />
      {failures.length > 0 && (
        <div>
          <Title order={4} size="sm">
            Failed calls by day
          </Title>
          <TimeChart title="Failed calls by day" series={failures} shape="bar" height={140} />
        </div>
      )}
      <OperationTable days={usage.days} />
    </>
  );
};

/** How a token is used: when, by what, from where, and what fails. */
export const TokenUsageView = ({ tokenId }: { tokenId: string }) => {
  const [range, setRange] = useState('30');
  const { data, error, refetch } = useTokenUsage(tokenId, Number(range));
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={3} size="md">
          Use
        </Title>
        <NativeSelect
          aria-label="Of which days"
          size="xs"
          data={RANGES}
          value={range}
          onChange={(event) => setRange(event.currentTarget.value)}
        />
      </Group>
      {error && (
        <ErrorNotice title="The use could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!data && !error && <Skeleton height={320} role="status" aria-label="Loading the use" />}
      {data && (
        <Stack>
          <UsageFacts usage={data} />
          <Charts usage={data} days={Number(range)} />
        </Stack>
      )}
    </section>
  );
};
