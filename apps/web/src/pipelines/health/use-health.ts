import { useQuery } from '@tanstack/react-query';
import type { InputOf } from '@codemetrics/client';
import type { Metric } from '@codemetrics/contracts';
import { client } from '../../api/client.ts';
import type { DateRange } from '../../range/date-range.ts';
import type { JobHealth } from './job-health.ts';
import { keyOfGroup, toJobs } from './job-health.ts';

/** What of the runs counts. */
export interface HealthScope {
  readonly range: DateRange;
  readonly timezone: string;
  readonly workload: string | undefined;
  readonly repository: string | undefined;
  readonly job: string | undefined;
}

const BY_JOB = ['workload', 'repository', 'job'];

const inputOf = (
  metrics: readonly Metric[],
  { range, timezone, workload, repository, job }: HealthScope,
): InputOf<'query', 'run'> => ({
  queries: metrics.map((metric) => metric.id),
  ...(workload === undefined ? {} : { workloads: [workload] }),
  filters: {
    ...(repository === undefined ? {} : { repositories: [repository] }),
    ...(job === undefined ? {} : { jobs: [job] }),
  },
  dateRange: { start: range.start, end: range.end },
  timezone,
});

/** Every job's figures over the whole range, compared with the one before. */
export const useJobs = (metrics: readonly Metric[], scope: HealthScope) =>
  useQuery({
    queryKey: ['job-health', metrics.map((metric) => metric.id), scope],
    queryFn: ({ signal }) =>
      client.query.run(
        { ...inputOf(metrics, scope), groupBy: BY_JOB, interval: 'total', compareTo: 'previous-period' },
        { signal },
      ),
    select: toJobs,
    enabled: metrics.length > 0,
  });

/** The course of these jobs' figures over the range; only what is shown is asked for. */
export const useCourses = (metrics: readonly Metric[], scope: HealthScope, jobs: readonly JobHealth[]) => {
  const names = [...new Set(jobs.map((job) => job.job))].sort();
  const repositories = [...new Set(jobs.map((job) => job.repository))].sort();
  return useQuery({
    queryKey: ['job-courses', metrics.map((metric) => metric.id), scope, names, repositories],
    queryFn: ({ signal }) =>
      client.query.run(
        {
          ...inputOf(metrics, scope),
          groupBy: BY_JOB,
          interval: 'week',
          filters: { jobs: names, repositories },
        },
        { signal },
      ),
    select: (answer) => ({
      range: answer.dateRange,
      find: new Map(
        answer.results.map((result) => [
          result.query,
          new Map(result.series.map((series) => [keyOfGroup(series.group), series.points])),
        ]),
      ),
    }),
    enabled: metrics.length > 0 && jobs.length > 0,
  });
};

/** The figures of all jobs together over the range. */
export const useTotals = (metrics: readonly Metric[], scope: HealthScope) =>
  useQuery({
    queryKey: ['health-totals', metrics.map((metric) => metric.id), scope],
    queryFn: ({ signal }) => client.query.run({ ...inputOf(metrics, scope), groupBy: [] }, { signal }),
    enabled: metrics.length > 0,
  });
