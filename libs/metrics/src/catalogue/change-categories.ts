import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { categoryOf, COMMIT_PREFIX } from './change-category.ts';
import { countedCommits } from './counted-commits.ts';
import { issueLinks } from './issue-links.ts';

export const changeCategories = defineMetric({
  id: 'change-categories',
  title: 'Change categories',
  description: 'What the work goes into: features, bugs, maintenance.',
  definition:
    'Commits of the default branch by kind (`category`), in the bucket of the commit time. The kind is told from the type of an issue linked to the commit’s pull request, else from the pull request’s label, else from the Conventional Commits prefix, else it is `other`. A pull request’s commits are those that it lists, its head, and its merged or squashed commit. Of several issues or labels the first that names a kind, by its name, decides. Merges are left out. Commits of bots count; filter with `actors`.',
  unit: 'count',
  direction: 'none',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'category', 'tag'],
  parameters: NoParameters,
  actors: 'all',
  data: ['commits', 'changes', 'issues'],
  measure: {
    kind: 'count',
    explains: 'commit',
    rows: (scope) => {
      const workloads = [...scope.workloads];
      return sql`
      with listed as (
        select distinct ch.workload_id, ch.repository, sent.sha, ch.external_id, ch.labels
        from changes ch cross join lateral unnest(coalesce(ch.commits, '{}') || array[ch.merge_commit, ch.head_commit]) as sent(sha)
        where ch.workload_id = any(${workloads}) and sent.sha is not null
      ),
      by_issue as (
        select l.workload_id, l.repository, l.sha, min(${categoryOf(sql`i.type`)}) as category
        from listed l
        join (${issueLinks(workloads)}) as links on links.workload_id = l.workload_id and links.change = l.external_id
        join issues i on i.workload_id = l.workload_id and i.external_id = links.issue
        group by l.workload_id, l.repository, l.sha
      ),
      by_label as (
        select l.workload_id, l.repository, l.sha, min(${categoryOf(sql`label`)}) as category
        from listed l, unnest(l.labels) as label group by l.workload_id, l.repository, l.sha
      )
      select counted.workload_id, counted.at, counted.id, counted.repository, counted.branch, counted.actor, counted.actor_kind,
        counted.excluded, coalesce(by_issue.category, by_label.category, counted.prefix, 'other') as category
      from (${countedCommits(scope, sql`${categoryOf(COMMIT_PREFIX)} as prefix, null as excluded`)}) as counted
      left join by_issue on by_issue.workload_id = counted.workload_id and by_issue.repository = counted.repository and by_issue.sha = counted.sha
      left join by_label on by_label.workload_id = counted.workload_id and by_label.repository = counted.repository and by_label.sha = counted.sha`;
    },
  },
});
