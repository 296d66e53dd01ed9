import { sql } from 'kysely';
import { defineMetric } from '../define-metric.ts';
import { changedFiles, FileParameters } from './changed-files.ts';

export const codeHotspots = defineMetric({
  id: 'code-hotspots',
  title: 'Code hotspots',
  description: 'Large or complex files that change often: where work on the code pays most.',
  definition:
    'Table: per file, revisions × complexity over the range, where the complexity of files of its repository was measured, else revisions × size in lines. A revision is a commit of the default branch that changed the file; merges and renames without change are none. Complexity and size are the file’s newest measurement (`cyclomatic-complexity`, `lines-of-code`) before the range’s end; without one, its size is the lines that all known commits up to then added, less those that they deleted. `bugs` counts the distinct bugs linked to pull requests whose commits in the range changed the file. Vendored and generated files are left out; `paths: all` counts them. Commits of bots count; filter with `actors`.',
  unit: 'score',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'tag'],
  actors: 'all',
  parameters: FileParameters,
  data: ['commits', 'measurements', 'issues', 'changes'],
  measure: {
    kind: 'table',
    columns: [
      { name: 'repository', title: 'Repository', unit: 'text' },
      { name: 'path', title: 'File', unit: 'text' },
      { name: 'score', title: 'Score', unit: 'score' },
      { name: 'revisions', title: 'Revisions', unit: 'count' },
      { name: 'lines', title: 'Lines', unit: 'lines' },
      { name: 'complexity', title: 'Complexity', unit: 'count' },
      { name: 'bugs', title: 'Bugs', unit: 'count' },
    ],
    rows: (scope, parameters) => {
      const workloads = [...scope.workloads];
      return sql`
      with changed as materialized (${changedFiles(scope, parameters)}),
      files as (
        select workload_id, repository, path, count(*)::int as revisions from changed group by workload_id, repository, path
      ),
      measured as (
        select distinct on (workload_id, repository, path, metric) workload_id, repository, path, metric, value
        from measurements
        where workload_id = any(${workloads}) and path <> '' and taken_at < ${scope.to}
          and metric in ('lines-of-code', 'cyclomatic-complexity')
        order by workload_id, repository, path, metric, taken_at desc
      ),
      grown as (
        select f.workload_id, f.repository, f.path,
          greatest(sum(coalesce(file.added_lines, 0)) - sum(coalesce(file.deleted_lines, 0)), 0)::float8 as lines
        from files f
        join commit_files file on file.workload_id = f.workload_id and file.repository = f.repository and file.path = f.path
        join commits c on c.workload_id = file.workload_id and c.repository = file.repository and c.sha = file.sha
        where c.committed_at < ${scope.to}
        group by f.workload_id, f.repository, f.path
      ),
      bug_commits as (
        select distinct ch.workload_id, ch.repository, sent.sha, i.issue_id
        from changes ch
        cross join lateral unnest(coalesce(ch.commits, '{}') || array[ch.merge_commit, ch.head_commit]) as sent(sha)
        join issues i on i.workload_id = ch.workload_id and lower(i.type) in ('bug', 'defect')
          and (i.external_id = any(ch.linked_issues) or ch.external_id = any(i.linked_changes))
        where ch.workload_id = any(${workloads}) and sent.sha is not null
      ),
      bugs as (
        select c.workload_id, c.repository, c.path, count(distinct b.issue_id)::int as bugs
        from changed c join bug_commits b on b.workload_id = c.workload_id and b.repository = c.repository and b.sha = c.sha
        group by c.workload_id, c.repository, c.path
      ),
      rated as (
        select f.*, coalesce(size.value, grown.lines) as lines, complexity.value as complexity, coalesce(bugs.bugs, 0) as bugs,
          exists (select 1 from measured m where m.workload_id = f.workload_id and m.repository = f.repository
            and m.metric = 'cyclomatic-complexity') as by_complexity
        from files f
        left join measured size on size.workload_id = f.workload_id and size.repository = f.repository
          and size.path = f.path and size.metric = 'lines-of-code'
        left join measured complexity on complexity.workload_id = f.workload_id and complexity.repository = f.repository
          and complexity.path = f.path and complexity.metric = 'cyclomatic-complexity'
        left join grown on grown.workload_id = f.workload_id and grown.repository = f.repository and grown.path = f.path
        left join bugs on bugs.workload_id = f.workload_id and bugs.repository = f.repository and bugs.path = f.path
      ),
      scored as (
        select *, revisions * case when by_complexity then complexity else lines end as score from rated
      )
      select *, score as rank from scored`;
    },
  },
});
