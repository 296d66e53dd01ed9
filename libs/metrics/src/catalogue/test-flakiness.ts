import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';

export const testFlakiness = defineMetric({
  id: 'test-flakiness',
  title: 'Test flakiness',
  description: 'How often a test fails and passes on the very same code.',
  definition:
    'Tests that both passed and failed on one commit ÷ tests that ran at least twice on it × 100, in the bucket of the time that the last of these reports was taken. A test is a name within its class or suite; it runs again in another report of the commit (name its `run`), or within one as a rerun. All reports that are known count for what a commit saw, in the range or not, so that a bucket’s value is the same in every range. Skipped tests did not run.',
  unit: 'percent',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
  parameters: NoParameters,
  data: ['tests'],
  measure: {
    kind: 'ratio',
    explains: 'retried-test',
    rows: (scope) => sql`
      with commits_seen as (
        select distinct workload_id, repository, commit_sha, name from test_reports
        where workload_id = any(${[...scope.workloads]}) and taken_at >= ${scope.from} and taken_at < ${scope.to}
      ),
      runs as (
        select t.workload_id, t.repository, t.commit_sha, c.suite, c.name as test, max(t.taken_at) as at, max(t.branch) as branch,
          sum(c.passes) as passes, sum(c.failures) as failures
        from commits_seen s
        join test_reports t on t.workload_id = s.workload_id and t.repository = s.repository and t.commit_sha = s.commit_sha
          and t.name = s.name
        join test_cases c on c.workload_id = t.workload_id and c.report_id = t.report_id
        group by t.workload_id, t.repository, t.commit_sha, t.name, c.suite, c.name
      )
      select workload_id, at, repository || '@' || commit_sha || '/' || suite || '/' || test as id, repository,
        nullif(branch, '') as branch, (passes > 0 and failures > 0)::int as numerator, null as excluded
      from runs where passes + failures >= 2 and at >= ${scope.from} and at < ${scope.to}`,
  },
});
