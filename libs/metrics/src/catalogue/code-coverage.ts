import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const codeCoverage = defineMetric({
  id: 'code-coverage',
  title: 'Code coverage',
  description: 'The share of coverable lines that tests run.',
  definition:
    'Lines covered ÷ lines coverable × 100, pooled over the repositories of the group. Each repository stands with its newest report at or before the bucket’s end on its default branch, carried forward; several reports of one commit (`name`) add up. The default branch is the one that the workload or the source names, else `main` or `master`; a report without a branch counts as of it. Filter by `branches` to read others.',
  unit: 'percent',
  direction: 'up',
  fill: 'previous',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
  parameters: NoParameters,
  data: ['coverage'],
  measure: {
    kind: 'gauge',
    rows: (scope) => sql`
      select c.workload_id, c.repository, c.name as entity, c.taken_at as at, c.report_id::text as id, c.branch,
        c.lines_covered::float8 as numerator, c.lines_total::float8 as denominator,
        c.branch = '' or c.branch = any(case when r.default_branch is null then array['main', 'master'] else array[r.default_branch] end) as on_default_branch
      from coverage_reports c
      left join repositories r on r.workload_id = c.workload_id and r.repository = c.repository
      where c.workload_id = any(${[...scope.workloads]}) and c.taken_at < ${scope.to}`,
  },
});
