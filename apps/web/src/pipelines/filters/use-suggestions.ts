import { useConfig } from '../../api/use-config.ts';
import { useAddress } from '../../elements/use-address.ts';

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

/** The repositories, jobs and branches that the chosen workload is known to have, or all workloads. */
export const useSuggestions = () => {
  const { query } = useAddress();
  const { data: config } = useConfig();
  const all = config?.workloads ?? [];
  const chosen = all.filter((workload) => workload.id === query['workload']);
  const workloads = chosen.length > 0 ? chosen : all;
  return {
    repositories: sorted(
      workloads
        .flatMap((workload) => workload.repositoryGroups.flatMap((group) => group.repositories))
        .map((repository) => repository.name)
        // A pattern is no name.
        .filter((name) => !name.includes('*')),
    ),
    jobs: sorted(workloads.flatMap((workload) => workload.jobs)),
    branches: sorted(workloads.flatMap((workload) => workload.branches)),
  };
};
