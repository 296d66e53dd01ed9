import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { RowScope } from '../define-metric.ts';

/**
 * Paths that no person writes: vendored (other people's code, kept beside one's own) and generated (by a tool, from
 * something that counts already). As GitHub's Linguist names them, as far as a path tells.
 */
const NOT_COUNTED = [
  '(^|/)(node_modules|bower_components|vendor|vendors|third[_-]?party|Pods|Carthage|\\.yarn|dist|build/generated)/',
  '(^|/)(package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?|composer\\.lock|Gemfile\\.lock|Cargo\\.lock|poetry\\.lock|Pipfile\\.lock|uv\\.lock|go\\.sum|packages\\.lock\\.json|flake\\.lock|gradle\\.lockfile|mix\\.lock|pubspec\\.lock|Podfile\\.lock|Package\\.resolved|deno\\.lock|pdm\\.lock)$',
  '\\.min\\.(js|css|mjs)$|\\.(js|css|mjs)\\.map$',
  '\\.(pb|pb2|generated|g|freezed|[Dd]esigner)\\.[a-z0-9]+$|_pb2(_grpc)?\\.pyi?$|\\.pb\\.(go|cc|h)$|_generated\\.[a-z0-9]+$',
  '(^|/)(__generated__|generated|__snapshots__)/|\\.snap$',
].join('|');

/** Whether a path counts: it is neither vendored nor generated. */
export const isCountedPath = (path: string): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(path)} !~ ${NOT_COUNTED}`;

/** The default branches that are known, as a table of `workload_id`, `repository` and `branch`, named `b`. */
export const defaultBranchTable = ({ defaultBranches: known }: RowScope): RawBuilder<unknown> =>
  sql`unnest(${known.map((one) => one.workload)}::text[], ${known.map((one) => one.repository)}::text[],
    ${known.map((one) => one.branch)}::text[]) as b(workload_id, repository, branch)`;

/**
 * Commits on the default branch of their repository in the scope, without merges, named `c` for `columns`: a row each
 * with `workload_id`, `at` (commit time), `id`, `repository`, `branch`, `actor` and `actor_kind`. The default branch is
 * told as for coverage; a commit without a branch counts as of it. `at` can be told from another column.
 */
export const countedCommits = (
  scope: RowScope,
  columns: RawBuilder<unknown>,
  at: RawBuilder<unknown> = sql`c.committed_at`,
): RawBuilder<unknown> => sql`
  select c.workload_id, ${at} as at, c.repository || '@' || c.sha as id, c.repository, c.sha,
    coalesce(c.branch, b.branch) as branch, c.author_name as actor, c.author_kind as actor_kind, ${columns}
  from commits c
  left join ${defaultBranchTable(scope)} on b.workload_id = c.workload_id and b.repository = c.repository
  where c.workload_id = any(${[...scope.workloads]}) and ${at} >= ${scope.from} and ${at} < ${scope.to}
    and coalesce(cardinality(c.parents), 0) < 2
    and (c.branch is null or c.branch = any(case when b.branch is null then array['main', 'master'] else array[b.branch] end))`;
