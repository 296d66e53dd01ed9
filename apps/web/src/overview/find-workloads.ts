import type { ListedWorkload } from '../api/use-config.ts';
import { hasTags } from './tag-words.ts';

const textOf = ({ id, name, description, tags }: ListedWorkload): string =>
  [id, name, description, ...Object.entries(tags).flatMap(([key, value]) => [value, `${key}:${value}`])]
    .join('\n')
    .toLowerCase();

/** The workloads that have the tags, and in whose id, name, description or tags every word of the search is found. */
export const findWorkloads = (
  workloads: readonly ListedWorkload[],
  search: string,
  tags: readonly string[] = [],
): readonly ListedWorkload[] => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && tags.length === 0) return workloads;
  return workloads.filter(
    (workload) =>
      hasTags(workload.tags, tags) &&
      (words.length === 0 || words.every((word) => textOf(workload).includes(word))),
  );
};
