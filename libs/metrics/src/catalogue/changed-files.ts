import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { z } from 'zod';
import type { RowScope } from '../define-metric.ts';
import { filterSql } from '../planner/filter-sql.ts';
import { countedCommits, isCountedPath } from './counted-commits.ts';

/** `counted`: vendored and generated files are left out; `all`: every file counts. */
export const FileParameters = z.strictObject({
  paths: z.enum(['counted', 'all']).default('counted'),
  limit: z.int().min(1).max(1000).default(100),
});
export type FileParameters = z.output<typeof FileParameters>;

/**
 * Which file each commit that counts changed in the scope, the query's filters applied: a row for each with
 * `workload_id`, `repository`, `sha`, `path`, `added_lines` and `deleted_lines`. A rename without change is none.
 */
export const changedFiles = (scope: RowScope, { paths }: FileParameters): RawBuilder<unknown> => sql`
  select f.workload_id, f.repository, f.sha, file.path, file.added_lines, file.deleted_lines
  from (${countedCommits(scope, sql`null as excluded`)}) as f
  join commit_files file on file.workload_id = f.workload_id and file.repository = f.repository and file.sha = f.sha
  where ${filterSql(scope.filters)}
    and not (file.previous_path is not null and file.added_lines = 0 and file.deleted_lines = 0)
    and ${paths === 'all' ? sql`true` : isCountedPath('file.path')}`;
