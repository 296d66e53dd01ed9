import { Pagination, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { Config } from '../api/use-config.ts';
import { ErrorNotice } from '../elements/error-notice.tsx';
import { Definitions } from '../metrics/definitions.tsx';
import type { useRange } from '../range/use-range.ts';
import { findWorkloads } from './find-workloads.ts';
import { FoundText } from './found-text.tsx';
import { OverviewSkeleton } from './overview-skeleton.tsx';
import { OverviewToolbar } from './overview-toolbar.tsx';
import { tagsOf } from './tag-words.ts';
import { useChoices } from './use-choices.ts';
import { useOverview } from './use-overview.ts';
import { PAGE_ROWS, useWorkloadOrder } from './use-workload-order.ts';
import { WorkloadCards } from './workload-cards.tsx';
import { WorkloadTable } from './workload-table.tsx';

/** What one call names at most. */
const MOST_WORKLOADS = 1000;

/** The workloads, searchable, in groups and in order, a page at a time. */
export const WorkloadsView = ({ config, range }: { config: Config; range: ReturnType<typeof useRange> }) => {
  const isNarrow = useMediaQuery('(max-width: 74.99em)', false, { getInitialValueInEffect: false });
  // The columns are the catalogue's headlines, in its order.
  const metrics = config.queries.filter((metric) => metric.headline);
  const tags = tagsOf(config.workloads);
  const choices = useChoices(metrics, [...tags.keys()]);
  const { group, sorting } = choices;
  const found = findWorkloads(config.workloads, choices.search, choices.tags);
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(choices.page, pages);
  const order = useWorkloadOrder({ config, metrics, found, group, sorting, page, range });
  const pooled = useOverview({
    metrics,
    workloadIds: found.length === config.workloads.length ? undefined : found.map(({ id }) => id),
    range,
    groupBy: `tag:${group ?? ''}`,
    enabled:
      group !== null &&
      found.length > 0 &&
      (found.length === config.workloads.length || found.length <= MOST_WORKLOADS),
  });
  const error = order.error ?? pooled.error;
  const List = isNarrow ? WorkloadCards : WorkloadTable;
  return (
    <Stack gap="md">
      <OverviewToolbar choices={choices} metrics={metrics} tags={tags} isNarrow={isNarrow} />
      <FoundText
        count={found.length}
        of={config.workloads.length}
        choices={choices}
        asOf={order.overview.data?.asOf}
      />
      {isNarrow && <Definitions metrics={metrics} />}
      {error && (
        <ErrorNotice
          title="The numbers could not be loaded"
          error={error}
          onRetry={order.error ? order.retry : () => void pooled.refetch()}
        />
      )}
      {found.length > 0 && !order.error && !order.isOrdered && <OverviewSkeleton />}
      {found.length > 0 && !(order.error && !order.overview.data) && order.isOrdered && (
        <List
          metrics={metrics}
          groups={order.groups}
          groupKey={group}
          overview={order.overview.data}
          pooled={pooled.data}
          sorting={sorting}
          onSort={choices.chooseSorting}
        />
      )}
      {pages > 1 && (
        <Pagination
          total={pages}
          value={page}
          onChange={choices.choosePage}
          getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
        />
      )}
    </Stack>
  );
};
