import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { defaultBranchTable } from './counted-commits.ts';
import { ON_DEFAULT_BRANCH } from './coverage-reports.ts';

export const vulnerabilities = defineMetric({
  id: 'vulnerabilities',
  title: 'Open vulnerabilities',
  description: 'How many findings of security and code analyses wait to be mended.',
  definition:
    'Distinct findings that are open at the end of the bucket, on the default branch: from the first report that has one to the first later report of the same tool, repository, branch and `name` that hasn’t. A finding is told apart by its SARIF fingerprint, else by rule, place and message; suppressed results are no findings. Group by `severity`: from the rule’s `security-severity` (9 critical, 7 high, 4 medium, above 0 low), else from the level (error high, warning medium, note low). The default branch is told as for code-coverage, and its reports follow one another whether they name it or not. Filter or group by branch to read others.',
  unit: 'count',
  direction: 'down',
  fill: 'previous',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'severity', 'tool', 'tag'],
  parameters: NoParameters,
  data: ['vulnerabilities'],
  measure: {
    kind: 'stock',
    explains: 'finding',
    // What was over before the range is open at none of its ends: without the last line every report ever sent would be read.
    rows: (scope) => sql`
      with told as (
        select c.*, coalesce(nullif(c.branch, ''), b.branch) as told_branch, ${ON_DEFAULT_BRANCH} as on_default_branch
        from vulnerability_reports c
        left join ${defaultBranchTable(scope)} on b.workload_id = c.workload_id and b.repository = c.repository
        where c.workload_id = any(${[...scope.workloads]}) and c.taken_at < ${scope.to}
      ),
      sequences as (
        select *, lead(taken_at) over (
          partition by workload_id, repository, case when on_default_branch then '' else branch end, tool, name
          order by taken_at, report_id) as until
        from told
      )
      select s.workload_id, s.repository, s.tool, s.told_branch as branch, s.taken_at as at, s.until,
        s.repository || '/' || s.tool || '/' || f.fingerprint as id, f.severity, s.tool as source, s.on_default_branch
      from sequences s
      join vulnerability_findings f on f.workload_id = s.workload_id and f.report_id = s.report_id
      where s.until is null or s.until > ${scope.from}`,
  },
});
