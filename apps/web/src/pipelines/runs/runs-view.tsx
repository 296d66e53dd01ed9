import { useMemo } from 'react';
import { Stack } from '@mantine/core';
import { useAddress } from '../../elements/use-address.ts';
import { useRange } from '../../range/use-range.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { RunFilters } from '../filters/run-filters.tsx';
import { readRunFilter } from './run-filter.ts';
import { RunList } from './run-list.tsx';

/** Every run that the address asks for, newest first. */
export const RunsView = () => {
  const { query } = useAddress();
  const { start, end } = useRange();
  const filter = useMemo(() => readRunFilter(query, { start, end }), [query, start, end]);
  return (
    <Stack gap="md">
      <FilterBar
        names={['workload', 'repository', 'job', 'branch', 'status', 'conclusion', 'actor', 'event']}
      >
        <RunFilters />
      </FilterBar>
      {/* Another listing is another list, with a place of its own to scroll to. */}
      <RunList key={JSON.stringify(filter)} filter={filter} />
    </Stack>
  );
};
