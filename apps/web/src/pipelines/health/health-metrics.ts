import type { Metric } from '@codemetrics/contracts';

/** What the catalogue can't tell: which of its metrics stands for what on this screen. */
const ROLES = {
  runs: 'pipeline-runs',
  success: 'pipeline-success',
  duration: 'pipeline-durations',
  queue: 'pipeline-queue-time',
  flakiness: 'pipeline-flakiness',
} as const;

export type Role = keyof typeof ROLES;

/** What the health of a job is told by: whatever the catalogue has of runs alone and can group by job. */
export const healthMetrics = (catalogue: readonly Metric[]): readonly Metric[] => {
  const order: readonly string[] = Object.values(ROLES);
  // Those that nobody here has heard of stand last.
  const place = ({ id }: Metric): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return catalogue
    .filter(
      (metric) =>
        // What needs other rows too goes by other jobs: a cost by those within runs.
        metric.data.every((kind) => kind === 'pipeline-runs') &&
        metric.kind !== 'table' &&
        (['workload', 'repository', 'job'] as const).every((one) => metric.dimensions.includes(one)),
    )
    .sort((a, b) => place(a) - place(b));
};

/** The metric that stands for something here; undefined where the catalogue hasn't got it. */
export const metricOf = (metrics: readonly Metric[], role: Role): Metric | undefined =>
  metrics.find((metric) => metric.id === ROLES[role]);
