import { sql } from 'kysely';
import type { MetricDefinition } from '../define-metric.ts';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { defaultBranchTable } from './counted-commits.ts';
import { ON_DEFAULT_BRANCH } from './coverage-reports.ts';

type Texts = Pick<MetricDefinition, 'id' | 'title' | 'description' | 'unit' | 'direction'>;

/** What tells a measurement of a repository from all others of its metric; in UTC, whatever zone the connection is in. */
const MEASUREMENT_ID = sql`c.source || '/' || c.repository || case when c.branch = '' then '' else '@' || c.branch end
  || '/' || to_char(c.taken_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** A metric that sums the newest measurement of each repository; the measurement has the metric's id for a name. */
export const defineMeasuredTotal = (texts: Texts): MetricDefinition =>
  defineMetric({
    ...texts,
    definition: `Σ of the newest measurement \`${texts.id}\` of each repository of the group at or before the bucket’s end on its default branch, carried forward. A measurement of a file is not one of its repository; of several tools that measure one repository, the newest measurement stands. The default branch is told as for code-coverage. \`count\` tells how many repositories were measured. A bucket that has not begun has no value.`,
    fill: 'previous',
    dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
    parameters: NoParameters,
    data: ['measurements'],
    measure: {
      kind: 'gauge',
      explains: 'measurement',
      scale: 'total',
      rows: (scope) => sql`
        select c.workload_id, c.repository, '' as entity, c.taken_at as at, ${MEASUREMENT_ID} as id,
          coalesce(nullif(c.branch, ''), b.branch) as branch, c.value as numerator, 1::float8 as denominator,
          ${ON_DEFAULT_BRANCH} as on_default_branch
        from measurements c
        left join ${defaultBranchTable(scope)} on b.workload_id = c.workload_id and b.repository = c.repository
        where c.workload_id = any(${[...scope.workloads]}) and c.metric = ${texts.id} and c.path = '' and c.taken_at < ${scope.to}`,
    },
  });
