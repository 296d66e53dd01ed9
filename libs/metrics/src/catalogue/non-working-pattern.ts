import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { commitHours } from './commit-hours.ts';

export const nonWorkingPattern = defineMetric({
  id: 'non-working-pattern',
  title: 'Work outside working hours',
  description: 'How much work is done in the evening, at night and on free days.',
  definition:
    'Commits of the default branch that were written outside the workload’s working hours and days, in its zone with its daylight saving, in the bucket of the author time (where it is not known: the commit time). `distance` tells how far outside: `low` up to 1 hour before the start or after the end, `medium` up to 3 hours, `high` beyond or on another day. The end hour is outside. A workload that names no hours works Monday to Friday, 09:00 to 17:00 UTC. Merges are left out. Commits of bots are left out; `actors` brings them in.',
  unit: 'count',
  direction: 'down',
  fill: 'zero',
  dimensions: ['workload', 'repository', 'repositoryGroup', 'branch', 'actor', 'distance', 'tag'],
  parameters: NoParameters,
  actors: 'human',
  data: ['commits'],
  measure: {
    kind: 'count',
    explains: 'commit',
    rows: (scope) => sql`
      select workload_id, at, id, repository, branch, actor, actor_kind, excluded,
        case when not is_day or minutes > 180 then 'high' when minutes > 60 then 'medium' else 'low' end as distance
      from (${commitHours(scope)}) as written
      cross join lateral (select case when minute < starts then starts - minute else minute - ends end as minutes) as far
      where is_outside`,
  },
});
