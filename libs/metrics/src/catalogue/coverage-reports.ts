import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { RowScope } from '../define-metric.ts';
import { defaultBranchTable } from './counted-commits.ts';

/** Whether a row `c` whose branch may be '' (the default one) is of the default branch. */
export const ON_DEFAULT_BRANCH = sql<boolean>`(c.branch = '' or c.branch = any(case when b.branch is null then array['main', 'master'] else array[b.branch] end))`;

/** The coverage reports up to the scope's end, with what was covered of how much. */
export const coverageReports = (
  scope: RowScope,
  covered: RawBuilder<unknown>,
  total: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`
  select c.workload_id, c.repository, c.name as entity, c.taken_at as at, c.report_id::text as id,
    coalesce(nullif(c.branch, ''), b.branch) as branch, ${covered}::float8 as numerator, ${total}::float8 as denominator,
    ${ON_DEFAULT_BRANCH} as on_default_branch
  from coverage_reports c
  left join ${defaultBranchTable(scope)} on b.workload_id = c.workload_id and b.repository = c.repository
  where c.workload_id = any(${[...scope.workloads]}) and c.taken_at < ${scope.to} and ${total} is not null`;
