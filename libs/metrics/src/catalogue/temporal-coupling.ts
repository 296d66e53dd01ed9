import { sql } from 'kysely';
import { defineMetric } from '../define-metric.ts';
import { changedFiles, FileParameters } from './changed-files.ts';

/** Code Maat's defaults. */
const LARGEST_CHANGE_SET = 30;
const LEAST_REVISIONS = 5;
const LEAST_SHARED = 5;
const LEAST_DEGREE = 30;

export const temporalCoupling = defineMetric({
  id: 'temporal-coupling',
  title: 'Temporal coupling',
  description: 'Which files change together, whether they import each other or not.',
  definition:
    'Table: per pair of files of one repository, shared revisions ÷ mean of their revisions × 100, over the range. A revision is a commit of the default branch that changed the file; merges and renames without change are none. Commits of more than 30 files are left out, whole. A pair is listed where its files’ mean is at least 5 revisions, they share at least 5, and the degree is at least 30. The formula is Code Maat’s. Vendored and generated files are left out; `paths: all` counts them. Commits of bots count; filter with `actors`.',
  unit: 'percent',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'tag'],
  actors: 'all',
  parameters: FileParameters,
  data: ['commits'],
  measure: {
    kind: 'table',
    columns: [
      { name: 'repository', title: 'Repository', unit: 'text' },
      { name: 'path', title: 'File', unit: 'text' },
      { name: 'coupled_path', title: 'Changes with', unit: 'text' },
      { name: 'degree', title: 'Degree', unit: 'percent' },
      { name: 'shared_revisions', title: 'Shared revisions', unit: 'count' },
      { name: 'revisions', title: 'Revisions', unit: 'count' },
      { name: 'coupled_revisions', title: 'Revisions of the other', unit: 'count' },
    ],
    rows: (scope, parameters) => sql`
      with sets as materialized (
        select workload_id, repository, array_agg(path order by path) as paths
        from (${changedFiles(scope, parameters)}) as changed
        group by workload_id, repository, sha having count(*) <= ${LARGEST_CHANGE_SET}
      ),
      revisions as (
        select workload_id, repository, path, count(*)::int as revisions
        from sets, unnest(paths) as path group by workload_id, repository, path
      ),
      pairs as (
        select workload_id, repository, paths[a] as path, paths[b] as coupled_path, count(*)::int as shared_revisions
        from sets, generate_series(1, cardinality(paths)) as a, generate_series(a + 1, cardinality(paths)) as b
        group by workload_id, repository, paths[a], paths[b] having count(*) >= ${LEAST_SHARED}
      ),
      rated as (
        select p.*, a.revisions, b.revisions as coupled_revisions,
          200.0::float8 * p.shared_revisions / (a.revisions + b.revisions) as degree
        from pairs p
        join revisions a on a.workload_id = p.workload_id and a.repository = p.repository and a.path = p.path
        join revisions b on b.workload_id = p.workload_id and b.repository = p.repository and b.path = p.coupled_path
        where a.revisions + b.revisions >= ${2 * LEAST_REVISIONS}
      )
      select *, degree as rank from rated where degree >= ${LEAST_DEGREE}`,
  },
});
