import { useMemo, useState } from 'react';
import { Pagination, Skeleton, Stack, Text, Title } from '@mantine/core';
import type { Metric } from '@codemetrics/contracts';
import { ErrorNotice } from '../../elements/error-notice.tsx';
import { useAddress } from '../../elements/use-address.ts';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import { Definitions } from '../../metrics/definitions.tsx';
import { HealthCards } from './health-cards.tsx';
import { HealthTable } from './health-table.tsx';
import { sortJobs } from './job-health.ts';
import { QuickSorts } from './quick-sorts.tsx';
import { readSorting, sortingText } from './sorting.ts';
import type { HealthScope } from './use-health.ts';
import { useCourses, useJobs } from './use-health.ts';

interface Props {
  readonly metrics: readonly Metric[];
  readonly scope: HealthScope;
}

const PAGE_ROWS = 25;

/** Each job of each repository with its figures, sortable, a page at a time. */
export const HealthJobs = ({ metrics, scope }: Props) => {
  const { query, change } = useAddress();
  const [page, setPage] = useState(1);
  const isNarrow = useIsNarrow();
  const { data: jobs, error, refetch } = useJobs(metrics, scope);
  const sorting = readSorting(query['sort'], metrics);
  const text = sortingText(sorting);
  const sorted = useMemo(
    () => sortJobs(jobs ?? [], sorting.by, sorting.direction),
    // The text says all of the sorting.
    [jobs, text],
  );
  const shown = sorted.slice((page - 1) * PAGE_ROWS, page * PAGE_ROWS);
  const { data: courses } = useCourses(metrics, scope, shown);
  const List = isNarrow ? HealthCards : HealthTable;
  return (
    <Stack gap="sm" component="section" aria-labelledby="jobs-title">
      <Title order={2} id="jobs-title">
        Jobs
      </Title>
      <QuickSorts
        metrics={metrics}
        sorting={sorting}
        onSort={(chosen) => {
          setPage(1);
          change({ sort: sortingText(chosen) });
        }}
      />
      <Text size="sm" c="dimmed" role="status">
        {jobs &&
          `${sorted.length === 1 ? '1 job' : `${sorted.length} jobs`}, each compared with as long a time before`}
      </Text>
      {isNarrow && <Definitions metrics={metrics} />}
      {error && (
        <ErrorNotice title="The jobs could not be loaded" error={error} onRetry={() => void refetch()} />
      )}
      {!jobs && !error && <Skeleton height={480} role="status" aria-label="Loading the jobs" />}
      {jobs?.length === 0 && <Text>No run completed in this time. Choose a longer one above.</Text>}
      {shown.length > 0 && (
        <List
          metrics={metrics}
          jobs={shown}
          courses={courses}
          sorting={sorting}
          onSort={(chosen) => {
            setPage(1);
            change({ sort: sortingText(chosen) });
          }}
        />
      )}
      {sorted.length > PAGE_ROWS && (
        <Pagination
          total={Math.ceil(sorted.length / PAGE_ROWS)}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
        />
      )}
    </Stack>
  );
};
