import { sql } from 'kysely';
import { defineMetric, NoParameters } from '../define-metric.ts';
import { databaseZone } from '../planner/database-zone.ts';
import { countedCommits } from './counted-commits.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

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
    rows: (scope) => {
      const hours = scope.workingHours.map(({ workload, hours: one }) => ({
        workload,
        zone: databaseZone(one.timezone),
        days: one.days.map((day) => DAYS.indexOf(day) + 1).join(','),
        start: minutesOf(one.start),
        end: minutesOf(one.end),
      }));
      const written = sql`coalesce(c.authored_at, c.committed_at)`;
      return sql`
      with placed_commits as (
        select counted.*, h.days, h.starts, h.ends, extract(isodow from local) as day,
          extract(epoch from local::time) / 60.0 as minute
        from (${countedCommits(scope, sql`null as excluded`, written)}) as counted
        join unnest(${hours.map((one) => one.workload)}::text[], ${hours.map((one) => one.zone)}::text[],
          ${hours.map((one) => one.days)}::text[], ${hours.map((one) => one.start)}::int4[], ${hours.map((one) => one.end)}::int4[])
          as h(workload_id, zone, days, starts, ends) on h.workload_id = counted.workload_id
        cross join lateral (select counted.at at time zone h.zone as local) as l
      ),
      outside as (
        select *, day::text = any(string_to_array(days, ',')) as is_day,
          case when minute < starts then starts - minute else minute - ends end as minutes
        from placed_commits
      )
      select workload_id, at, id, repository, branch, actor, actor_kind, excluded,
        case when not is_day or minutes > 180 then 'high' when minutes > 60 then 'medium' else 'low' end as distance
      from outside where not is_day or minute < starts or minute >= ends`;
    },
  },
});
