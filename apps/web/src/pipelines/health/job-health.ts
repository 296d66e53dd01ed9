import type { Metric, QueryResult, Series } from '@codemetrics/contracts';

/** One job of one repository with what is known of it, by metric. */
export interface JobHealth {
  readonly workload: string;
  readonly repository: string;
  readonly job: string;
  /** Unique among the jobs. */
  readonly key: string;
  readonly series: ReadonlyMap<string, Series>;
}

/** A metric's value, the 95th of a hundred of its rows, or how many of a share's rows are outside of it. */
export type Figure = 'value' | 'p95' | 'misses';

/** What a sorting goes by. */
export interface SortKey {
  readonly metric: string;
  readonly figure: Figure;
}

export const keyOfGroup = (group: Series['group']): string =>
  JSON.stringify([group['workload'], group['repository'], group['job']]);

/** The jobs of an answer that is grouped by workload, repository and job. */
export const toJobs = (answer: QueryResult): JobHealth[] => {
  const jobs = new Map<string, JobHealth & { readonly series: Map<string, Series> }>();
  for (const { query, series } of answer.results)
    for (const one of series) {
      const { workload, repository, job } = one.group;
      if (!workload || !repository || !job) continue;
      const key = keyOfGroup(one.group);
      const known = jobs.get(key) ?? { workload, repository, job, key, series: new Map() };
      known.series.set(query, one);
      jobs.set(key, known);
    }
  return [...jobs.values()];
};

/** A figure over the whole range; null where there is none. */
export const figureOf = (job: JobHealth, { metric, figure }: SortKey): number | null => {
  const series = job.series.get(metric);
  if (figure === 'p95') return series?.points.at(-1)?.p95 ?? null;
  const { value = null, count } = series?.summary ?? {};
  if (figure === 'value') return value;
  return value === null || count === undefined ? null : Math.round(count * (1 - value / 100));
};

/** Sorted by a figure; jobs without it stand last, either way, and equal ones by name. */
export const sortJobs = (
  jobs: readonly JobHealth[],
  by: SortKey | 'job',
  direction: 'asc' | 'desc',
): JobHealth[] => {
  const turn = direction === 'asc' ? 1 : -1;
  const byName = (a: JobHealth, b: JobHealth): number =>
    a.job.localeCompare(b.job) || a.repository.localeCompare(b.repository) || (a.key < b.key ? -1 : 1);
  if (by === 'job') return [...jobs].sort((a, b) => turn * byName(a, b));
  const compare = (a: JobHealth, b: JobHealth): number => {
    const [left, right] = [figureOf(a, by), figureOf(b, by)];
    if (left === null || right === null)
      return Number(left === null) - Number(right === null) || byName(a, b);
    return turn * (left - right) || byName(a, b);
  };
  return [...jobs].sort(compare);
};

/** The second figure that a metric's answer tells, beside its value. */
export const secondFigure = (metric: Metric): 'p95' | 'misses' | undefined => {
  if (metric.kind === 'distribution') return 'p95';
  // Of a share that is better the higher it is, what is outside of it is what went wrong.
  return metric.kind === 'ratio' && metric.direction === 'up' ? 'misses' : undefined;
};
