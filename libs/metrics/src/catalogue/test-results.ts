import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const testResults = defineMetric({
  id: 'test-results',
  title: 'Test results',
  description: 'How many tests ran, and what came of them.',
  definition:
    'Test cases of the reports by outcome (`passed`, `failed`, `error`, `skipped`), in the bucket of the time that the report was taken. A report that was sent again counts once, as it was sent last. A rerun of a flaky test is none of its own.',
  unit: 'count',
  direction: 'none',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'outcome', 'tag'],
  parameters: NoParameters,
  data: ['tests'],
  measure: {
    kind: 'sum',
    explains: 'test-report',
    rows: (scope) => sql`
      select t.workload_id, t.taken_at as at, t.report_id::text as id, t.repository, nullif(t.branch, '') as branch,
        o.outcome, o.cases::float8 as value, null as excluded
      from test_reports t
      cross join lateral (values ('passed', t.passed), ('failed', t.failed), ('error', t.errors), ('skipped', t.skipped)) as o(outcome, cases)
      where t.workload_id = any(${[...scope.workloads]}) and t.taken_at >= ${scope.from} and t.taken_at < ${scope.to}`,
  },
});
