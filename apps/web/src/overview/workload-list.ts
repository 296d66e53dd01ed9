import type { Metric } from '@codemetrics/contracts';
import type { WorkloadGroup } from './group-workloads.ts';
import type { Sorting } from './sort-workloads.ts';
import type { Overview } from './use-overview.ts';

/** What both the table and the cards show. */
export interface WorkloadListProps {
  readonly metrics: readonly Metric[];
  /** One group of all where nobody groups. */
  readonly groups: readonly WorkloadGroup[];
  /** The tag that the groups are told by; null: none. */
  readonly groupKey: string | null;
  /** undefined: still loading. */
  readonly overview: Overview | undefined;
  /** The figures of each group as a whole. */
  readonly pooled: Overview | undefined;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}
