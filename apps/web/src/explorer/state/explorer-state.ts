import type { Fill, Filters, Interval } from '@codemetrics/contracts';

/** A metric with the parameters that differ from its own defaults. */
export interface ChosenMetric {
  readonly id: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** How the answer is shown. */
export type View = 'line' | 'bar' | 'area' | 'stacked' | 'table';

/** What is marked on the time axis. */
export type EventKind = 'deployments' | 'incidents';

/** Filters whose values are lists of names. */
export const LIST_FILTERS = [
  'repositories',
  'repositoryGroups',
  'jobs',
  'branches',
  'stages',
  'environments',
  'sources',
] as const satisfies readonly (keyof Filters)[];
export type ListFilter = (typeof LIST_FILTERS)[number];

/** Everything that a person has chosen, the range aside. */
export interface ExplorerState {
  readonly metrics: readonly ChosenMetric[];
  /** None: all that the person may see. */
  readonly workloads: readonly string[];
  /** undefined: as the server finds fitting. */
  readonly interval: Interval | undefined;
  /** None: all pooled. */
  readonly groupBy: readonly string[];
  readonly filters: Filters;
  /** Days. */
  readonly rolling: readonly number[];
  readonly isCompared: boolean;
  /** undefined: as the metric has it. */
  readonly fill: Fill | undefined;
  readonly view: View;
  readonly events: readonly EventKind[];
  /** Names of series that are not drawn, or of the only ones that are: whichever are fewer. */
  readonly hide: readonly string[];
  readonly only: readonly string[];
  /** undefined: the viewer's own. */
  readonly timezone: string | undefined;
}

export const VIEWS = ['line', 'bar', 'area', 'stacked', 'table'] as const satisfies readonly View[];
export const INTERVALS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'total',
] as const satisfies readonly Interval[];
export const FILLS = ['null', 'zero', 'previous'] as const satisfies readonly Fill[];
export const EVENT_KINDS = ['deployments', 'incidents'] as const satisfies readonly EventKind[];
export const ROLLING_DAYS = [7, 28, 84] as const;
export const MOST_METRICS = 10;
export const MOST_GROUPS = 4;

export const EMPTY_STATE: ExplorerState = {
  metrics: [],
  workloads: [],
  interval: undefined,
  groupBy: ['workload'],
  filters: {},
  rolling: [],
  isCompared: false,
  fill: undefined,
  view: 'line',
  events: [],
  hide: [],
  only: [],
  timezone: undefined,
};
