import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { issueLinks } from './issue-links.ts';
import { mergedChanges } from './merged-changes.ts';

export const issuesPerPr = defineMetric({
  id: 'issues-per-pr',
  title: 'Issues per pull request',
  description: 'How many issues a pull request answers.',
  definition:
    'Mean number of distinct issues linked to a merged pull request, over those with at least one, in the bucket of the merge. A link counts once, whether the issue, the pull request or both name it. Pull requests of bots are left out; `actors` brings them in.',
  unit: 'ratio',
  direction: 'none',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'tag'],
  parameters: NoParameters,
  actors: 'human',
  data: ['changes', 'issues'],
  measure: {
    kind: 'mean',
    explains: 'change',
    rows: (scope) => sql`
      select m.*, l.issues as value
      from (${mergedChanges(scope, sql`null as excluded`)}) as m
      join (select workload_id, change, count(*)::float8 as issues from (${issueLinks(scope.workloads)}) as links group by workload_id, change) as l
        on l.workload_id = m.workload_id and l.change = m.external_id`,
  },
});
