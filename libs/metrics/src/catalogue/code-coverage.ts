import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { coverageReports } from './coverage-reports.ts';

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
  headline: true,
  measure: {
    kind: 'gauge',
    explains: 'coverage-report',
    scale: 'percent',
    rows: (scope) => coverageReports(scope, sql`c.lines_covered`, sql`c.lines_total`),
  },
});
