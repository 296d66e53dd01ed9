import { sql } from 'kysely';
import { defineMetric } from '../define-metric.ts';
import { AttemptParameters, completedRuns } from './completed-runs.ts';

export const pipelineQueueTime = defineMetric({
  id: 'pipeline-queue-time',
  title: 'Pipeline queue time',
  description: 'How long runs wait before they start.',
  definition:
    'start − queued of completed runs, median (interpolated) with p75, p90 and p95 over the runs, in the bucket of the finish. A run without either time, or that started before it was queued, is left out and counted in `excluded`. Only the last completed attempt of a run counts; `attempts: all` counts each. Runs of bots count.',
  unit: 'seconds',
  direction: 'down',
  fill: 'null',
  dimensions: [
    'workload',
    'repository',
    'repositoryGroup',
    'job',
    'branch',
    'actor',
    'stage',
    'runner',
    'tag',
  ],
  parameters: AttemptParameters,
  actors: 'all',
  data: ['pipeline-runs'],
  measure: {
    kind: 'distribution',
    explains: 'run',
    exclusions: ['no-queue-time', 'negative-duration'],
    rows: (scope, parameters) =>
      completedRuns(
        scope,
        parameters,
        sql`extract(epoch from r.started_at - r.queued_at)::float8 as value,
          case when r.started_at is null or r.queued_at is null then 'no-queue-time'
            when r.started_at < r.queued_at then 'negative-duration' end as excluded`,
      ),
  },
});
