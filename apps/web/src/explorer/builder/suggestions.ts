import type { ListedWorkload } from '../../api/use-config.ts';
import type { ListFilter } from '../state/explorer-state.ts';

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** What the server knows of these workloads, to be offered; other values may be typed. */
export const suggestionsOf = (
  workloads: readonly ListedWorkload[],
  sources: readonly string[],
): Readonly<Record<ListFilter | 'tags', string[]>> => {
  const groups = workloads.flatMap((workload) => workload.repositoryGroups);
  return {
    repositories: sorted(
      groups
        .flatMap((group) => group.repositories)
        .map((repository) => repository.name)
        // A pattern is no name.
        .filter((name) => !name.includes('*')),
    ),
    repositoryGroups: sorted(groups.map((group) => group.name)),
    jobs: sorted(workloads.flatMap((workload) => workload.jobs)),
    branches: sorted(workloads.flatMap((workload) => workload.branches)),
    stages: ['build', 'test', 'deploy'],
    environments: ['production', 'staging'],
    sources: sorted(sources),
    tags: sorted(
      workloads.flatMap((workload) => Object.entries(workload.tags).map(([key, value]) => `${key}:${value}`)),
    ),
  };
};
