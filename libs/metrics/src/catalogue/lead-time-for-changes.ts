import { sql } from 'kysely';
import { LEAD_TIME_BANDS } from '../bands/dora.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const leadTimeForChanges = defineMetric({
  id: 'lead-time-for-changes',
  title: 'Lead time for changes',
  description: 'How long a commit takes to reach production.',
  definition:
    'For each commit first deployed to production in the bucket: deployment finish − commit time; median (interpolated) with p75, p90 and p95 over the commits. A commit belongs to the first successful production deployment of its repository that contains it: those reachable from the deployed commit and from none deployed before. Where a commit was sent without its parents, the commit before it on its branch stands for them. Merge commits are left out. The first known deployment of a repository, having no previous one, carries none. A commit dated after its deployment is left out and counted in `excluded`. Commits of bots count; filter with `actors`.',
  unit: 'seconds',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
  parameters: NoParameters,
  data: ['commits', 'deployments'],
  actors: 'all',
  bands: LEAD_TIME_BANDS,
  headline: true,
  measure: {
    kind: 'distribution',
    explains: 'delivered-commit',
    exclusions: ['negative-duration'],
    rows: (scope) => sql`
      select c.workload_id, c.finished_at as at, c.sha as id, c.repository, c.branch, c.author_kind as actor_kind,
        extract(epoch from c.finished_at - c.committed_at)::float8 as value,
        case when c.finished_at < c.committed_at then 'negative-duration' end as excluded
      from delivered_commits c
      where c.workload_id = any(${[...scope.workloads]}) and c.finished_at >= ${scope.from} and c.finished_at < ${scope.to}`,
  },
});
