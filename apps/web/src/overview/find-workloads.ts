import type { ListedWorkload } from '../api/use-config.ts';

const textOf = ({ id, name, description, tags }: ListedWorkload): string =>
  [id, name, description, ...Object.entries(tags).flatMap(([key, value]) => [value, `${key}:${value}`])]
    .join('\n')
    .toLowerCase();

/** The workloads in whose id, name, description or tags every word of the search is found. */
export const findWorkloads = (
  workloads: readonly ListedWorkload[],
  search: string,
): readonly ListedWorkload[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return words.length === 0
    ? workloads
    : workloads.filter((workload) => words.every((word) => textOf(workload).includes(word)));
};
