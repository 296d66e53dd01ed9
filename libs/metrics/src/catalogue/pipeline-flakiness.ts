import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const pipelineFlakiness = defineMetric({
  id: 'pipeline-flakiness',
  title: 'Pipeline flakiness',
  description: 'How often a job fails and succeeds on the very same code.',
  definition:
    'Commits on which the same job both failed and succeeded without a change ÷ commits with at least two attempts of a job × 100, in the bucket of the last of these attempts. An attempt is a completed run of the job on the commit that succeeded, failed or timed out, whether it is another attempt of one run or a run of its own; all that are known count for what a commit saw, in the range or not, so that a bucket’s value is the same in every range. Runs of bots count.',
  unit: 'percent',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'job', 'branch', 'tag'],
  parameters: NoParameters,
  data: ['pipeline-runs'],
  measure: {
    kind: 'ratio',
    explains: 'retried-commit',
    distinct: true,
    rows: (scope) => {
      const judged = sql`r.workload_id = any(${[...scope.workloads]}) and r.status = 'completed'
        and r.conclusion in ('success', 'failure', 'timed-out') and r.commit_sha is not null`;
      return sql`
      with seen as (
        select distinct r.workload_id, r.repository, r.job, r.commit_sha from pipeline_runs r
        where ${judged} and r.finished_at >= ${scope.from} and r.finished_at < ${scope.to}
      ),
      attempts as (
        select r.workload_id, r.repository, r.job, r.commit_sha, max(r.finished_at) as at, max(r.branch) as branch,
          min(r.source) as source, count(*) as attempts,
          (bool_or(r.conclusion = 'success') and bool_or(r.conclusion <> 'success'))::int as numerator
        from pipeline_runs r
        join seen s on s.workload_id = r.workload_id and s.repository = r.repository and s.job = r.job and s.commit_sha = r.commit_sha
        where ${judged}
        group by r.workload_id, r.repository, r.job, r.commit_sha
      )
      select workload_id, at, repository || '@' || commit_sha as id, repository, job, branch, source, numerator, null as excluded
      from attempts where attempts >= 2 and at >= ${scope.from} and at < ${scope.to}`;
    },
  },
});
