import type { Metric } from '@codemetrics/contracts';
import type { ListedWorkload } from '../../api/use-config.ts';
import type { ListFilter } from './explorer-state.ts';

const TAG = 'tag:';

const LABELS: Readonly<Record<string, string>> = { repositoryGroup: 'Repository group' };

/** A group in words: `repositoryGroup` is “Repository group”, `tag:tier` is “Tag tier”. */
export const groupLabel = (group: string): string =>
  group.startsWith(TAG)
    ? `Tag ${group.slice(TAG.length)}`
    : (LABELS[group] ?? `${group.charAt(0).toUpperCase()}${group.slice(1)}`);

/** The keys of the tags that workloads have. */
export const tagKeys = (workloads: readonly Pick<ListedWorkload, 'tags'>[]): string[] =>
  [...new Set(workloads.flatMap((workload) => Object.keys(workload.tags)))].sort();

/** Whether a metric can be grouped so. */
export const isGroupOf = (metric: Metric, group: string): boolean => {
  const known: readonly string[] = metric.dimensions;
  if (group.startsWith(TAG)) return group.length > TAG.length && known.includes('tag');
  return group !== 'tag' && known.includes(group);
};

/** What all of these metrics can be grouped by. */
export const groupsOf = (
  metrics: readonly Metric[],
  workloads: readonly Pick<ListedWorkload, 'tags'>[],
): string[] => {
  const [first] = metrics;
  if (!first) return [];
  return first.dimensions
    .flatMap((one) => (one === 'tag' ? tagKeys(workloads).map((key) => `${TAG}${key}`) : [one as string]))
    .filter((group) => metrics.every((metric) => isGroupOf(metric, group)));
};

/** The dimensions of which a metric needs one for a filter, as the server has them. */
const NEEDS: Readonly<Record<ListFilter, readonly string[]>> = {
  repositories: ['repository'],
  repositoryGroups: ['repositoryGroup'],
  jobs: ['job'],
  branches: ['branch'],
  stages: ['stage'],
  environments: ['environment'],
  sources: ['job', 'environment', 'severity', 'priority', 'tool'],
};

/** Whether a metric can be narrowed by this. */
export const isFilterOf = (metric: Metric, filter: ListFilter): boolean =>
  NEEDS[filter].some((one) => (metric.dimensions as readonly string[]).includes(one));
