import { expect, test } from 'vitest';
import type { Metric } from '@codemetrics/contracts';
import { healthMetrics, metricOf } from './health-metrics.ts';

const metric = (id: string, over: Partial<Metric> = {}): Metric =>
  ({
    id,
    kind: 'count',
    data: ['pipeline-runs'],
    dimensions: ['workload', 'repository', 'job'],
    ...over,
  }) as Metric;

test('takes what is of runs and goes by job, the known ones first', () => {
  const catalogue = [
    metric('something-new'),
    metric('pipeline-durations'),
    metric('code-coverage', { data: ['coverage-reports'] }),
    metric('by-actor-only', { dimensions: ['workload', 'actor'] }),
    metric('a-table', { kind: 'table' }),
    metric('of-jobs-within-runs', { data: ['pipeline-runs', 'pipeline-jobs'] }),
    metric('pipeline-runs'),
  ];
  const metrics = healthMetrics(catalogue);
  expect(metrics.map((one) => one.id)).toEqual(['pipeline-runs', 'pipeline-durations', 'something-new']);
  expect(metricOf(metrics, 'duration')?.id).toBe('pipeline-durations');
  expect(metricOf(metrics, 'flakiness')).toBeUndefined();
});
