import type { Metric } from '@codemetrics/contracts';
import type { ListedWorkload } from '../api/use-config.ts';

/** What workloads are ordered by: their name or the value of a metric. */
export interface Sorting {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

export const BY_NAME = 'name';

const DEFAULT: Sorting = { by: BY_NAME, direction: 'asc' };

/** A sorting as it stands in the address: a metric, with a dash before it for the highest first. */
export const writeSorting = ({ by, direction }: Sorting): string | undefined =>
  by === DEFAULT.by && direction === DEFAULT.direction
    ? undefined
    : `${direction === 'desc' ? '-' : ''}${by}`;

/** What an address says; by name where it says nothing that there is. */
export const readSorting = (text: string | undefined, metrics: readonly Metric[]): Sorting => {
  const direction = text?.startsWith('-') ? 'desc' : 'asc';
  const by = text?.replace(/^-/, '') ?? '';
  return by === BY_NAME || metrics.some((metric) => metric.id === by) ? { by, direction } : DEFAULT;
};

/** What a press on a column's head leads to: names from A, values from the highest; the other way at the next one. */
export const nextSorting = (by: string, now: Sorting): Sorting => {
  if (by === now.by) return { by, direction: now.direction === 'asc' ? 'desc' : 'asc' };
  return { by, direction: by === BY_NAME ? 'asc' : 'desc' };
};

const byName = (a: ListedWorkload, b: ListedWorkload): number =>
  a.name.localeCompare(b.name, undefined, { numeric: true }) || (a.id < b.id ? -1 : 1);

/** The workloads in order; those without a value come last, whichever way. Equal ones stand by name. */
export const sortWorkloads = (
  workloads: readonly ListedWorkload[],
  { by, direction }: Sorting,
  valueOf: (workloadId: string) => number | null,
): readonly ListedWorkload[] => {
  const sign = direction === 'asc' ? 1 : -1;
  if (by === BY_NAME) return workloads.toSorted((a, b) => sign * byName(a, b));
  return workloads.toSorted((a, b) => {
    const [one, other] = [valueOf(a.id), valueOf(b.id)];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
    return sign * (one - other) || byName(a, b);
  });
};
