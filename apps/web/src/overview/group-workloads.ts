import type { ListedWorkload } from '../api/use-config.ts';

/** Workloads that share the value of a tag; null: those without the tag. */
export interface WorkloadGroup {
  readonly value: string | null;
  /** How many there are, on all pages. */
  readonly size: number;
  readonly workloads: readonly ListedWorkload[];
}

/** Workloads by the value of a tag, in the order that they have; those without the tag come last. */
export const groupWorkloads = (workloads: readonly ListedWorkload[], key: string): readonly WorkloadGroup[] =>
  [...Map.groupBy(workloads, ({ tags }) => (Object.hasOwn(tags, key) ? tags[key]! : null))]
    .map(([value, some]) => ({ value, size: some.length, workloads: some }))
    .sort((a, b) =>
      a.value === null || b.value === null
        ? Number(a.value === null) - Number(b.value === null)
        : a.value.localeCompare(b.value, undefined, { numeric: true }),
    );

/** One page of the groups, so many workloads long: a group may begin on one page and go on on the next. */
export const pageOfGroups = (
  groups: readonly WorkloadGroup[],
  first: number,
  rows: number,
): readonly WorkloadGroup[] => {
  let place = 0;
  return groups.flatMap((group) => {
    const start = place;
    place += group.size;
    const workloads = group.workloads.slice(Math.max(first - start, 0), Math.max(first + rows - start, 0));
    return workloads.length === 0 ? [] : [{ ...group, workloads }];
  });
};
