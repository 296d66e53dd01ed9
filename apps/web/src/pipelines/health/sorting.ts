import type { Metric } from '@codemetrics/contracts';
import { metricOf } from './health-metrics.ts';
import type { Role } from './health-metrics.ts';
import type { Figure, SortKey } from './job-health.ts';

export interface Sorting {
  readonly by: SortKey | 'job';
  readonly direction: 'asc' | 'desc';
}

const nameOf = (by: Sorting['by']): string =>
  by === 'job' ? 'job' : by.figure === 'value' ? by.metric : `${by.metric}.${by.figure}`;

/** A sorting as it stands in the address: `pipeline-durations.p95`, or `-` before it for the highest first. */
export const sortingText = ({ by, direction }: Sorting): string =>
  `${direction === 'desc' ? '-' : ''}${nameOf(by)}`;

const parse = (text: string): Sorting => {
  const [, minus, metric = '', figure] = /^(-?)(.*?)(?:\.(p95|misses))?$/.exec(text) ?? [];
  const direction = minus === '-' ? 'desc' : 'asc';
  return { by: metric === 'job' ? 'job' : { metric, figure: (figure ?? 'value') as Figure }, direction };
};

/** What an address says; the most runs first where it says nothing that there is. */
export const readSorting = (text: string | undefined, metrics: readonly Metric[]): Sorting => {
  const sorting = parse(text ?? '');
  const { by } = sorting;
  if (by === 'job' || metrics.some((metric) => metric.id === by.metric)) return sorting;
  const runs = metricOf(metrics, 'runs') ?? metrics[0];
  return runs
    ? { by: { metric: runs.id, figure: 'value' }, direction: 'desc' }
    : { by: 'job', direction: 'asc' };
};

/** What a press on a column's head leads to: the highest first, and turned round at the next one. */
export const nextSorting = (by: Sorting['by'], now: Sorting): Sorting => {
  if (nameOf(by) === nameOf(now.by)) return { by, direction: now.direction === 'asc' ? 'desc' : 'asc' };
  return { by, direction: by === 'job' ? 'asc' : 'desc' };
};

export const isSortedBy = (by: Sorting['by'], { by: now }: Sorting): boolean => nameOf(by) === nameOf(now);

const QUICK: readonly {
  readonly label: string;
  readonly role: Role;
  readonly figure: Figure;
  readonly direction: Sorting['direction'];
}[] = [
  { label: 'Slowest', role: 'duration', figure: 'value', direction: 'desc' },
  { label: 'Flakiest', role: 'flakiness', figure: 'value', direction: 'desc' },
  { label: 'Longest queues', role: 'queue', figure: 'value', direction: 'desc' },
  { label: 'Most failures', role: 'success', figure: 'misses', direction: 'desc' },
];

/** The questions that people come with, as sortings. */
export const quickSortings = (metrics: readonly Metric[]): { label: string; sorting: Sorting }[] =>
  QUICK.flatMap(({ label, role, figure, direction }) => {
    const metric = metricOf(metrics, role);
    return metric ? [{ label, sorting: { by: { metric: metric.id, figure }, direction } }] : [];
  });
