import type { Series } from '@codemetrics/contracts';

/** Names of workloads by id. */
export type WorkloadNames = ReadonlyMap<string, string>;

/** A group in words: `Shop checkout · main`. Empty where all is pooled. */
export const groupName = (group: Series['group'], workloads: WorkloadNames): string =>
  Object.entries(group)
    .map(([dimension, value]) =>
      value === null
        ? `no ${dimension.replace(/^tag:/, '')}`
        : dimension === 'workload'
          ? (workloads.get(value) ?? value)
          : value,
    )
    .join(' · ');
