import { sql } from 'kysely';
import type { RowScope } from '../define-metric.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';

const defaultBranches = ({ defaultBranches: known }: RowScope) =>
  sql`unnest(${known.map((one) => one.workload)}::text[], ${known.map((one) => one.repository)}::text[],
    ${known.map((one) => one.branch)}::text[])`;

export const codeCoverage = defineMetric({
  id: 'code-coverage',
  title: 'Code coverage',
  description: 'The share of coverable lines that tests run.',
  definition:
    'Lines covered ÷ lines coverable × 100, pooled over the repositories of the group. Each repository stands with its newest report at or before the bucket’s end on its default branch, carried forward. Reports told apart by `name` add up, each name standing with its newest. The default branch is the one that the workload names, else the one that the source names, else `main` or `master`; a report without a branch counts as of it. Filter or group by branch to read others. A bucket that has not begun has no value.',
  unit: 'percent',
  direction: 'up',
  fill: 'previous',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
  parameters: NoParameters,
  data: ['coverage'],
  measure: {
    kind: 'gauge',
    scale: 'percent',
    rows: (scope) => sql`
      select c.workload_id, c.repository, c.name as entity, c.taken_at as at, c.report_id::text as id,
        coalesce(nullif(c.branch, ''), b.branch) as branch,
        c.lines_covered::float8 as numerator, c.lines_total::float8 as denominator,
        c.branch = '' or c.branch = any(case when b.branch is null then array['main', 'master'] else array[b.branch] end) as on_default_branch
      from coverage_reports c
      left join ${defaultBranches(scope)} as b(workload_id, repository, branch)
        on b.workload_id = c.workload_id and b.repository = c.repository
      where c.workload_id = any(${[...scope.workloads]}) and c.taken_at < ${scope.to}`,
  },
});
