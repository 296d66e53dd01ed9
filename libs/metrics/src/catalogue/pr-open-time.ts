import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const prOpenTime = defineMetric({
  id: 'pr-open-time',
  title: 'Pull request open time',
  description: 'How long pull requests stay open, whether they are merged or given up.',
  definition:
    'Merged or closed − opened, median (interpolated) with p75, p90 and p95 over the pull requests that ended, in the bucket of their end. One that ended before it was opened is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  unit: 'seconds',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'tag'],
  parameters: NoParameters,
  actors: 'human',
  data: ['changes'],
  measure: {
    kind: 'distribution',
    explains: 'change',
    exclusions: ['negative-duration'],
    rows: (scope) => sql`
      select *, extract(epoch from at - opened_at)::float8 as value, case when at < opened_at then 'negative-duration' end as excluded
      from (
        select ch.workload_id, coalesce(ch.merged_at, ch.closed_at) as at, ch.source || '/' || ch.external_id as id,
          ch.repository, ch.target_branch as branch, ch.author_name as actor, ch.author_kind as actor_kind, ch.opened_at
        from changes ch where ch.workload_id = any(${[...scope.workloads]})
          and (ch.merged_at >= ${scope.from} or ch.closed_at >= ${scope.from})
      ) as ended where at >= ${scope.from} and at < ${scope.to}`,
  },
});
