import type { Metric } from '@codemetrics/contracts';
import type { Config, ListedWorkload } from '../api/use-config.ts';
import type { DateRange } from '../range/date-range.ts';
import type { WorkloadGroup } from './group-workloads.ts';
import { groupWorkloads, pageOfGroups } from './group-workloads.ts';
import type { Sorting } from './sort-workloads.ts';
import { BY_NAME, sortWorkloads } from './sort-workloads.ts';
import { useOverview } from './use-overview.ts';

/** How many workloads one page shows. */
export const PAGE_ROWS = 50;

interface Asked {
  readonly config: Config;
  readonly metrics: readonly Metric[];
  readonly found: readonly ListedWorkload[];
  readonly group: string | null;
  readonly sorting: Sorting;
  readonly page: number;
  readonly range: DateRange & { readonly timezone: string };
}

/**
 * The groups of one page in the order chosen, with their numbers. Only the page's numbers are asked for; where there are
 * more workloads than on a page, what they are sorted by is asked of all of them once, as one value each.
 */
export const useWorkloadOrder = ({ config, metrics, found, group, sorting, page, range }: Asked) => {
  const isSmall = config.workloads.length <= PAGE_ROWS;
  const sortMetric = metrics.filter((metric) => metric.id === sorting.by);
  const isByValue = sorting.by !== BY_NAME;
  const values = useOverview({
    metrics: sortMetric,
    workloadIds: undefined,
    range,
    groupBy: 'workload',
    isTotal: true,
    enabled: isByValue && !isSmall,
  });
  const pageOf = (known: typeof values.data): readonly WorkloadGroup[] => {
    const sorted = sortWorkloads(found, sorting, (id) => known?.find(sorting.by, id)?.summary.value ?? null);
    const groups =
      group === null
        ? [{ value: null, size: sorted.length, workloads: sorted }]
        : groupWorkloads(sorted, group);
    return pageOfGroups(groups, (page - 1) * PAGE_ROWS, PAGE_ROWS);
  };
  const isOrdered = isSmall || !isByValue || values.data !== undefined;
  const shown = isOrdered && !isSmall ? pageOf(values.data) : [];
  // A small installation is read whole, so that searching and sorting need no further call.
  const asked = isSmall ? config.workloads : shown.flatMap(({ workloads }) => workloads);
  const overview = useOverview({
    metrics,
    workloadIds: asked.map((workload) => workload.id),
    range,
    groupBy: 'workload',
  });
  return {
    groups: isSmall ? pageOf(overview.data) : shown,
    isOrdered: isOrdered && !(isSmall && isByValue && !overview.data),
    overview,
    error: overview.error ?? values.error,
    retry: () => void (overview.error ? overview.refetch() : values.refetch()),
  };
};
