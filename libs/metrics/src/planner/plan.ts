import type { Dimension, Fill, Filters, Interval, WorkingHours } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { MetricDefinition } from '../define-metric.ts';

/** A workload as a plan needs it: its tags, which repositories belong to which of its groups, and their default branches. */
export interface PlanWorkload {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly groups: readonly { readonly name: string; readonly repositories: readonly string[] }[];
  readonly defaultBranches: readonly { readonly repository: string; readonly branch: string }[];
  readonly workingHours: WorkingHours;
  readonly runnerRates: Readonly<Record<string, number>>;
}

/** One metric over one range, with everything that decides its numbers. */
export interface Plan {
  readonly metric: MetricDefinition;
  readonly parameters: unknown;
  readonly workloads: readonly PlanWorkload[];
  readonly range: { readonly start: string; readonly end: string };
  readonly interval: Interval;
  readonly timezone: string;
  readonly groupBy: readonly string[];
  readonly filters: Filters;
  readonly fill: Fill;
  readonly rollingAverage: readonly number[];
  readonly explain: boolean;
  readonly now: Date;
}

const TAG = 'tag:';

/** The dimension of a `groupBy` entry: `tag:KEY` is the dimension `tag`, and a bare `tag` is none. */
export const dimensionOf = (group: string): string => {
  if (group.startsWith(TAG) && group.length > TAG.length) return 'tag';
  return group === 'tag' ? '' : group;
};

/** The value that a workload has for a `groupBy` entry `tag:KEY`. */
export const tagOf = (workload: PlanWorkload, group: string): string | null => {
  const key = group.slice(TAG.length);
  return Object.hasOwn(workload.tags, key) ? workload.tags[key]! : null;
};

const FILTER_DIMENSIONS: readonly (readonly [keyof Filters, readonly Dimension[]])[] = [
  ['repositories', ['repository']],
  ['repositoryGroups', ['repositoryGroup']],
  ['jobs', ['job']],
  ['branches', ['branch']],
  ['stages', ['stage']],
  ['environments', ['environment']],
  ['sources', ['job', 'environment', 'severity', 'priority', 'tool']],
];

/** Refuses a grouping or filter that the metric does not know, naming it. */
export const checkPlan = (metric: MetricDefinition, groupBy: readonly string[], filters: Filters): void => {
  const known = metric.dimensions as readonly string[];
  for (const group of groupBy)
    if (!known.includes(dimensionOf(group)))
      throw new DomainError('unsupported-grouping', {
        detail: `${metric.id} cannot be grouped by ${group}; it knows ${known.map((one) => (one === 'tag' ? 'tag:KEY' : one)).join(', ')}`,
        errors: [{ path: 'groupBy', message: `${metric.id} cannot be grouped by ${group}` }],
      });
  const refuse = (filter: string): never => {
    throw new DomainError('unsupported-grouping', {
      detail: `${metric.id} cannot be filtered by ${filter}`,
      errors: [{ path: `filters.${filter}`, message: `${metric.id} cannot be filtered by ${filter}` }],
    });
  };
  for (const [filter, needs] of FILTER_DIMENSIONS)
    if (filters[filter] !== undefined && !needs.some((one) => known.includes(one))) refuse(filter);
  if (filters.actors !== undefined && filters.actors !== 'all' && metric.actors === undefined)
    refuse('actors');
};
