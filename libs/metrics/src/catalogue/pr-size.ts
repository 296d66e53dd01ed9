import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { mergedChanges } from './merged-changes.ts';

export const prSize = defineMetric({
  id: 'pr-size',
  title: 'Pull request size',
  description: 'How many lines a pull request changes.',
  definition:
    'Lines added + deleted, median (interpolated) with p75, p90 and p95 over the merged pull requests, in the bucket of the merge. One whose lines are not known is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  unit: 'lines',
  direction: 'down',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'tag'],
  parameters: NoParameters,
  actors: 'human',
  data: ['changes'],
  measure: {
    kind: 'distribution',
    explains: 'change',
    exclusions: ['no-size'],
    rows: (scope) =>
      mergedChanges(
        scope,
        sql`(t.added_lines + t.deleted_lines)::float8 as value,
          case when t.added_lines is null or t.deleted_lines is null then 'no-size' end as excluded`,
      ),
  },
});
