import type { Metric, Point, QueryResult } from '@codemetrics/contracts';
import type { JobHealth } from './job-health.ts';
import type { Sorting } from './sorting.ts';

/** The weeks of the shown jobs, by metric and job. */
export interface Courses {
  readonly range: QueryResult['dateRange'];
  readonly find: ReadonlyMap<string, ReadonlyMap<string, readonly Point[]>>;
}

/** What both the table and the cards show. */
export interface HealthListProps {
  readonly metrics: readonly Metric[];
  readonly jobs: readonly JobHealth[];
  /** undefined: still loading. */
  readonly courses: Courses | undefined;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}
