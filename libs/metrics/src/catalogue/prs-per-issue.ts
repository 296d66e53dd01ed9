import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { issueLinks } from './issue-links.ts';

export const prsPerIssue = defineMetric({
  id: 'prs-per-issue',
  title: 'Pull requests per issue',
  description: 'How many pull requests an issue takes.',
  definition:
    'Mean number of distinct pull requests linked to an issue, over the issues with at least one, in the bucket of the issue’s close. A link counts once, whether the issue, the pull request or both name it.',
  unit: 'ratio',
  direction: 'none',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'priority', 'tag'],
  parameters: NoParameters,
  data: ['issues', 'changes'],
  measure: {
    kind: 'mean',
    explains: 'issue',
    rows: (scope) => sql`
      select i.workload_id, i.closed_at as at, i.source || '/' || i.external_id as id, i.repository, i.priority, i.source,
        l.changes as value, null as excluded
      from issues i
      join (select workload_id, issue, count(*)::float8 as changes from (${issueLinks(scope.workloads)}) as links group by workload_id, issue) as l
        on l.workload_id = i.workload_id and l.issue = i.external_id
      where i.workload_id = any(${[...scope.workloads]}) and i.closed_at >= ${scope.from} and i.closed_at < ${scope.to}`,
  },
});
