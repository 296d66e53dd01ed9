import { sql } from 'kysely';
import { defineMetric } from '../define-metric.ts';
import { AttemptParameters, completedRuns } from './completed-runs.ts';

export const pipelineRuns = defineMetric({
  id: 'pipeline-runs',
  title: 'Pipeline runs',
  description: 'How many runs of jobs completed.',
  definition:
    'Completed runs, in the bucket of their finish; group by `conclusion` to see them apart. Only the last completed attempt of a run counts; `attempts: all` counts each. Runs of bots count.',
  unit: 'count',
  direction: 'none',
  fill: 'zero',
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
    kind: 'count',
    explains: 'run',
    rows: (scope, parameters) => completedRuns(scope, parameters, sql`null as excluded`),
  },
});
