import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const pipelineCost = defineMetric({
  id: 'pipeline-cost',
  title: 'Pipeline cost',
  description: 'What the machines that run the pipelines cost.',
  definition:
    'Σ minutes of completed jobs × the rate that the workload sets for a minute of their kind of runner (`runnerRates`), in the bucket of the finish. A run whose jobs were not sent counts as one job; every attempt costs. Null without a rate; a job without a kind of runner, a rate for it, or both its times is left out and counted in `excluded`. Use one currency for all rates.',
  unit: 'currency',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'job', 'branch', 'stage', 'runner', 'tag'],
  parameters: NoParameters,
  data: ['pipeline-runs', 'pipeline-jobs'],
  measure: {
    kind: 'sum',
    explains: 'job',
    exclusions: ['no-rate', 'no-duration'],
    rows: (scope) => {
      const within = (alias: string) => {
        const finished = sql.ref(`${alias}.finished_at`);
        return sql`${sql.ref(`${alias}.workload_id`)} = any(${[...scope.workloads]}) and ${sql.ref(`${alias}.status`)} = 'completed'
          and ${finished} >= ${scope.from} and ${finished} < ${scope.to}`;
      };
      return sql`
      with jobs as (
        select j.workload_id, j.source, j.external_id, j.repository, j.name as job, j.stage, j.runner, j.branch,
          j.started_at, j.finished_at
        from pipeline_jobs j where ${within('j')}
        union all
        select r.workload_id, r.source, r.external_id || '#' || r.attempt, r.repository, r.job, r.stage, r.runner, r.branch,
          r.started_at, r.finished_at
        from pipeline_runs r
        where ${within('r')} and not exists (
          select 1 from pipeline_jobs j where j.workload_id = r.workload_id and j.source = r.source
            and j.run_external_id = r.external_id and j.attempt = r.attempt)
      )
      select j.workload_id, j.finished_at as at, j.source || '/' || j.external_id as id, j.repository, j.job, j.stage,
        j.runner, j.branch, j.source, (extract(epoch from j.finished_at - j.started_at) / 60.0 * rates.rate)::float8 as value,
        case when rates.rate is null then 'no-rate'
          when j.started_at is null or j.finished_at < j.started_at then 'no-duration' end as excluded
      from jobs j
      left join unnest(${scope.runnerRates.map((one) => one.workload)}::text[], ${scope.runnerRates.map((one) => one.runner)}::text[],
        ${scope.runnerRates.map((one) => one.rate)}::float8[]) as rates(workload_id, runner, rate)
        on rates.workload_id = j.workload_id and rates.runner = j.runner`;
    },
  },
});
