import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { coverageReports } from './coverage-reports.ts';

export const branchCoverage = defineMetric({
  id: 'branch-coverage',
  title: 'Branch coverage',
  description: 'The share of branches that tests take.',
  definition:
    'Branches covered ÷ branches × 100, pooled over the repositories of the group. Each repository stands with its newest report at or before the bucket’s end on its default branch, carried forward; a report that tells of no branches is passed over. Reports told apart by `name` add up, each name standing with its newest. The default branch is told as for code-coverage. Filter or group by branch to read others. A bucket that has not begun has no value.',
  unit: 'percent',
  direction: 'up',
  fill: 'previous',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
  parameters: NoParameters,
  data: ['coverage'],
  measure: {
    kind: 'gauge',
    explains: 'coverage-report',
    scale: 'percent',
    rows: (scope) => coverageReports(scope, sql`c.branches_covered`, sql`c.branches_total`),
  },
});
