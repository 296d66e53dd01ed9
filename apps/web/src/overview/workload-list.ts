import type { Metric } from '@codemetrics/contracts';
import type { ListedWorkload } from '../api/use-config.ts';
import type { Overview } from './use-overview.ts';

/** What both the table and the cards show. */
export interface WorkloadListProps {
  readonly metrics: readonly Metric[];
  readonly workloads: readonly ListedWorkload[];
  /** undefined: still loading. */
  readonly overview: Overview | undefined;
}
