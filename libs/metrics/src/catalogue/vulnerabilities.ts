import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { defaultBranchTable } from './counted-commits.ts';
import { ON_DEFAULT_BRANCH } from './coverage-reports.ts';

export const vulnerabilities = defineMetric({
  id: 'vulnerabilities',
  title: 'Open vulnerabilities',
  description: 'How many findings of security and code analyses wait to be mended.',
  definition:
    'Distinct findings that are open at the end of the bucket, on the default branch: from the first report that has one to the first later report of the same tool, repository, branch and `name` that hasn’t. A finding is told apart by its SARIF fingerprint, else by rule, place and message; suppressed results are no findings. Group by `severity`: from the rule’s `security-severity` (9 critical, 7 high, 4 medium, above 0 low), else from the level (error high, warning medium, note low). The default branch is told as for code-coverage. Filter or group by branch to read others.',
  unit: 'count',
  direction: 'down',
  fill: 'previous',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'severity', 'tool', 'tag'],
  parameters: NoParameters,
  data: ['vulnerabilities'],
  measure: {
    kind: 'stock',
    rows: (scope) => sql`
      with c as (
        select *, lead(taken_at) over (partition by workload_id, repository, branch, tool, name order by taken_at, report_id) as until
        from vulnerability_reports where workload_id = any(${[...scope.workloads]}) and taken_at < ${scope.to}
      )
      select c.workload_id, c.repository, c.tool, coalesce(nullif(c.branch, ''), b.branch) as branch, c.taken_at as at, c.until,
        c.repository || '/' || c.tool || '/' || f.fingerprint as id, f.severity, c.tool as source,
        ${ON_DEFAULT_BRANCH} as on_default_branch
      from c
      join vulnerability_findings f on f.workload_id = c.workload_id and f.report_id = c.report_id
      left join ${defaultBranchTable(scope)} on b.workload_id = c.workload_id and b.repository = c.repository`,
  },
});
