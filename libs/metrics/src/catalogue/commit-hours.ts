import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { RowScope } from '../define-metric.ts';
import { databaseZone } from '../planner/database-zone.ts';
import { countedCommits } from './counted-commits.ts';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * The counted commits in the bucket of the author time (else the commit time), each with when that was by the clock of
 * its workload's zone: `day` (1 is Monday) and `minute` of the day; with the working hours from `starts` up to `ends`,
 * and whether it is a working day (`is_day`) and a working hour of one (`is_outside` false).
 */
export const commitHours = (scope: RowScope): RawBuilder<unknown> => {
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
    select counted.*, h.days, h.starts, h.ends, extract(isodow from local)::int as day,
      extract(epoch from local::time) / 60.0 as minute
    from (${countedCommits(scope, sql`null as excluded`, written)}) as counted
    join unnest(${hours.map((one) => one.workload)}::text[], ${hours.map((one) => one.zone)}::text[],
      ${hours.map((one) => one.days)}::text[], ${hours.map((one) => one.start)}::int4[], ${hours.map((one) => one.end)}::int4[])
      as h(workload_id, zone, days, starts, ends) on h.workload_id = counted.workload_id
    cross join lateral (select counted.at at time zone h.zone as local) as l
  ),
  told as (select *, day::text = any(string_to_array(days, ',')) as is_day from placed_commits)
  select *, not is_day or minute < starts or minute >= ends as is_outside from told`;
};
