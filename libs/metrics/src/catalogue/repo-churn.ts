import { sql } from 'kysely';
import { z } from 'zod';
import { defineMetric } from '../define-metric.ts';
import { countedCommits, isCountedPath } from './counted-commits.ts';

/** `lines`: added + deleted; `net`: added − deleted; `commits`: how many commits. */
const Parameters = z.strictObject({ churn: z.enum(['lines', 'net', 'commits']).default('lines') });

const LINES = {
  lines: sql`sum(coalesce(file.added_lines, 0) + coalesce(file.deleted_lines, 0))`,
  net: sql`sum(coalesce(file.added_lines, 0) - coalesce(file.deleted_lines, 0))`,
};

export const repoChurn = defineMetric({
  id: 'repo-churn',
  title: 'Repository churn',
  description: 'How much of the code is rewritten.',
  definition:
    'Lines added + deleted in commits of the default branch, in the bucket of the commit time. `churn: net` is added − deleted, `churn: commits` the number of commits. Merges, renames without change, vendored and generated files are left out; a binary file has no lines. A commit whose files are not known is left out of lines and net, and counted in `excluded`. The default branch is told as for code-coverage; a commit without a branch counts as of it. Commits of bots count; filter with `actors`.',
  unit: 'lines',
  direction: 'none',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'tag'],
  parameters: Parameters,
  actors: 'all',
  data: ['commits'],
  measure: {
    kind: 'sum',
    explains: 'commit',
    exclusions: ['no-files'],
    rows: (scope, { churn }) => {
      if (churn === 'commits') return countedCommits(scope, sql`1::float8 as value, null as excluded`);
      const files = sql`from commit_files file where file.workload_id = c.workload_id and file.repository = c.repository and file.sha = c.sha`;
      return countedCommits(
        scope,
        sql`(select coalesce(${LINES[churn]}, 0)::float8 ${files} and ${isCountedPath('file.path')}) as value,
          case when not exists (select 1 ${files}) then 'no-files' end as excluded`,
      );
    },
  },
});
