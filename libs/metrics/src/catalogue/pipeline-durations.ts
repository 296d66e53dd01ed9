import { sql } from 'kysely';
import { defineMetric } from '../define-metric.ts';
import { AttemptParameters, completedRuns } from './completed-runs.ts';

export const pipelineDurations = defineMetric({
  id: 'pipeline-durations',
  title: 'Pipeline duration',
  description: 'How long runs take from start to finish.',
  definition:
    'finish − start of completed runs, median (interpolated) with p75, p90 and p95 over the runs, in the bucket of the finish. A run without a start, or that finished before it started, is left out and counted in `excluded`. Only the last completed attempt of a run counts; `attempts: all` counts each.',
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
    'conclusion',
    'tag',
  ],
  parameters: AttemptParameters,
  data: ['pipeline-runs'],
  actors: 'all',
  measure: {
    kind: 'distribution',
    explains: 'run',
    exclusions: ['no-start', 'negative-duration'],
    rows: (scope, parameters) =>
      completedRuns(
        scope,
        parameters,
        sql`extract(epoch from r.finished_at - r.started_at)::float8 as value,
          case when r.started_at is null then 'no-start' when r.finished_at < r.started_at then 'negative-duration' end as excluded`,
      ),
  },
});
