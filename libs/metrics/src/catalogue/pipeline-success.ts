import { sql } from 'kysely';
import { defineMetric } from '../define-metric.ts';
import { AttemptParameters, completedRuns } from './completed-runs.ts';

export const pipelineSuccess = defineMetric({
  id: 'pipeline-success',
  title: 'Pipeline success rate',
  description: 'The share of runs that succeeded.',
  definition:
    'success ÷ (success + failure + timed-out) × 100, in the bucket of the finish. Cancelled, skipped and neutral runs stand outside. Only the last completed attempt of a run counts; `attempts: all` counts each. Runs of bots count.',
  unit: 'percent',
  direction: 'up',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'job', 'branch', 'actor', 'stage', 'tag'],
  parameters: AttemptParameters,
  data: ['pipeline-runs'],
  actors: 'all',
  headline: true,
  measure: {
    kind: 'ratio',
    explains: 'run',
    rows: (scope, parameters) => sql`
      ${completedRuns(scope, parameters, sql`(r.conclusion = 'success')::int as numerator, null as excluded`)}
      and r.conclusion in ('success', 'failure', 'timed-out')`,
  },
});
