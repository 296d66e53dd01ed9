import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { filterSql } from '../planner/filter-sql.ts';
import { commitHours } from './commit-hours.ts';

const HOURS_OF_A_WEEK = 7 * 24;

export const workingPattern = defineMetric({
  id: 'working-pattern',
  title: 'Working pattern',
  description: 'At which hours of the week work is done.',
  definition:
    'Table: per day of the week (`weekday`, 1 is Monday) and hour of the day (`hour`, 0 to 23), the commits of the default branch that were written then over the range, by the author time (where it is not known: the commit time) in the workload’s zone with its daylight saving; the hour that comes twice when the clocks are set back holds both. `outside` is how many of them lie outside the workload’s working hours and days, told as for non-working-pattern. An hour without commits has no row. Merges are left out. Commits of bots are left out; `actors` brings them in.',
  unit: 'count',
  direction: 'none',
  fill: 'null',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'tag'],
  parameters: NoParameters,
  actors: 'human',
  data: ['commits'],
  measure: {
    kind: 'table',
    columns: [
      { name: 'weekday', title: 'Day of the week', unit: 'weekday' },
      { name: 'hour', title: 'Hour', unit: 'hour' },
      { name: 'commits', title: 'Commits', unit: 'count' },
      { name: 'outside', title: 'Outside working hours', unit: 'count' },
    ],
    sums: ['commits', 'outside'],
    limit: HOURS_OF_A_WEEK,
    rows: (scope) => sql`
      select f.workload_id, f.repository, f.branch, f.day as weekday, floor(f.minute / 60)::int as hour,
        1 as commits, f.is_outside::int as outside, 1::float8 as rank
      from (${commitHours(scope)}) as f where ${filterSql(scope.filters)}`,
  },
});
