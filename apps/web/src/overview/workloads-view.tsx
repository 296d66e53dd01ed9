import { useDeferredValue, useState } from 'react';
import { Group, Pagination, Stack, Text, TextInput } from '@mantine/core';
import type { Config } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Icon } from '../elements/icon.tsx';
import { TimeStamp } from '../elements/time-stamp.tsx';
import { useIsNarrow } from '../elements/use-is-narrow.ts';
import { Definitions } from '../metrics/definitions.tsx';
import { findWorkloads } from './find-workloads.ts';
import { useOverview } from './use-overview.ts';
import { WorkloadCards } from './workload-cards.tsx';
import { WorkloadTable } from './workload-table.tsx';

const PAGE_ROWS = 50;

/** The workloads, searchable, a page at a time; only the page's numbers are asked for. */
export const WorkloadsView = ({ config }: { config: Config }) => {
  const [search, setSearch] = useState('');
  const [page, setPage] = useState(1);
  const isNarrow = useIsNarrow();
  // The columns are the catalogue's headlines, in its order.
  const metrics = config.queries.filter((metric) => metric.headline);
  const found = findWorkloads(config.workloads, useDeferredValue(search));
  const workloads = found.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  // A small installation is read whole, so that searching needs no further call.
  const asked = config.workloads.length <= PAGE_ROWS ? config.workloads : workloads;
  const {
    data: overview,
    error,
    refetch,
  } = useOverview(
    metrics,
    asked.map((workload) => workload.id),
  );
  const List = isNarrow ? WorkloadCards : WorkloadTable;
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <TextInput
          type="search"
          aria-label="Search workloads"
          placeholder="Search by name or tag"
          leftSection={<Icon name="search" size={16} />}
          w={{ base: '100%', xs: 320 }}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setPage(1);
          }}
        />
        <Text size="sm" c="dimmed" role="status">
          {found.length === 1 ? '1 workload' : `${found.length} workloads`}
          {overview && (
            <>
              , as of <TimeStamp at={overview.asOf} as="date-time" />
            </>
          )}
        </Text>
      </Group>
      {isNarrow && <Definitions metrics={metrics} />}
      {error && (
        <ErrorNotice title="The numbers could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {found.length === 0 && <Text>No workload matches “{search}”.</Text>}
      {found.length > 0 && !(error && !overview) && (
        <List metrics={metrics} workloads={workloads} overview={overview} />
      )}
      {found.length > PAGE_ROWS && (
        <Pagination
          total={Math.ceil(found.length / PAGE_ROWS)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </Stack>
  );
};
