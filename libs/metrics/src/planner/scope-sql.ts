import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { RowScope } from '../define-metric.ts';
import type { Plan } from './plan.ts';
import { addDays } from './buckets.ts';
import { databaseZone } from './database-zone.ts';
import { filterSql } from './filter-sql.ts';
import { dimensionOf, tagOf } from './plan.ts';

/**
 * The instant at which a date begins in the plan's zone. Where the clock is set back to midnight, a date has two
 * midnights and PostgreSQL takes the second; the date begins with the first.
 */
export const midnight = (date: string | RawBuilder<unknown>, timezone: string): RawBuilder<Date> => {
  const zone = databaseZone(timezone);
  const instant = sql`(${date}::timestamp at time zone ${zone})`;
  const earlier = sql`(${instant} - interval '1 hour')`;
  return sql`(case when (${earlier} at time zone ${zone})::date = ${date}::date then ${earlier} else ${instant} end)`;
};

/** `daysBefore`: how many days before the range rows are wanted too. */
export const scopeOf = (plan: Plan, daysBefore = 0): RowScope => ({
  workloads: plan.workloads.map((workload) => workload.id),
  from: midnight(addDays(plan.range.start, -daysBefore), plan.timezone),
  to: midnight(addDays(plan.range.end, 1), plan.timezone),
  workingHours: plan.workloads.map(({ id, workingHours }) => ({ workload: id, hours: workingHours })),
  runnerRates: plan.workloads.flatMap(({ id, runnerRates }) =>
    Object.entries(runnerRates).map(([runner, rate]) => ({ workload: id, runner, rate })),
  ),
  filters: plan.filters,
  defaultBranches: plan.workloads.flatMap((workload) =>
    workload.defaultBranches.map((one) => ({ workload: workload.id, ...one })),
  ),
});

/** The first day, as text, of the bucket that `f.at` falls into. */
export const bucketSql = (plan: Plan): RawBuilder<string> =>
  plan.interval === 'total'
    ? sql`${plan.range.start}::text`
    : sql`(date_trunc(${plan.interval}, f.at at time zone ${databaseZone(plan.timezone)})::date)::text`;

const COLUMNS: Readonly<Record<string, string>> = {
  workload: 'f.workload_id',
  repository: 'f.repository',
  repositoryGroup: 'g.name',
  job: 'f.job',
  branch: 'f.branch',
  actor: 'f.actor',
  conclusion: 'f.conclusion',
  environment: 'f.environment',
  severity: 'f.severity',
  stage: 'f.stage',
  runner: 'f.runner',
  category: 'f.category',
  distance: 'f.distance',
  outcome: 'f.outcome',
  priority: 'f.priority',
  tool: 'f.tool',
};

/** One SQL expression for each `groupBy`, named k0, k1, … */
export const groupColumns = (plan: Plan): RawBuilder<unknown>[] =>
  plan.groupBy.map((group, index) => {
    const name = sql.raw(`k${index}`);
    if (dimensionOf(group) !== 'tag') return sql`${sql.raw(COLUMNS[group]!)} as ${name}`;
    const ids = plan.workloads.map((workload) => workload.id);
    const values = plan.workloads.map((workload) => tagOf(workload, group));
    return sql`(select t.value from unnest(${ids}::text[], ${values}::text[]) as t(id, value) where t.id = f.workload_id) as ${name}`;
  });

/** Joins rows to the groups that their repository belongs to; a repository of no group has the group null. */
export const groupJoin = (plan: Plan): RawBuilder<unknown> => {
  if (!plan.groupBy.includes('repositoryGroup') && plan.filters.repositoryGroups === undefined) return sql``;
  const members = plan.workloads.flatMap((workload) =>
    workload.groups.flatMap((group) =>
      group.repositories.map((repository) => ({ workload: workload.id, repository, name: group.name })),
    ),
  );
  const wanted = plan.filters.repositoryGroups;
  const kept = wanted === undefined ? members : members.filter((member) => wanted.includes(member.name));
  const table = sql`unnest(${kept.map((one) => one.workload)}::text[], ${kept.map((one) => one.repository)}::text[],
    ${kept.map((one) => one.name)}::text[]) as g(workload_id, repository, name)`;
  const on = sql`g.workload_id = f.workload_id and g.repository = f.repository`;
  // Only narrowing: a repository of two groups must not count twice where nobody groups by them.
  if (!plan.groupBy.includes('repositoryGroup'))
    return sql`where exists (select 1 from ${table} where ${on})`;
  return sql`${wanted === undefined ? sql`left join` : sql`join`} ${table} on ${on} where true`;
};

/** Rows with the columns of their groups, told from their filters: what every kind of measure begins with. */
export const placedRows = (
  plan: Plan,
  facts: RawBuilder<unknown>,
  columns: RawBuilder<unknown>,
): RawBuilder<unknown> => {
  const joined = plan.groupBy.includes('repositoryGroup') || plan.filters.repositoryGroups !== undefined;
  const { measure } = plan.metric;
  // A count and a ratio count distinct ids themselves; of values, only one row of an id may stand.
  const isDistinct =
    'distinct' in measure && measure.distinct && measure.kind !== 'count' && measure.kind !== 'ratio';
  const once = isDistinct
    ? sql`distinct on (${sql.join([...groupKeys(plan), sql`f.workload_id, f.id`])})`
    : sql``;
  return sql`
    with facts as (${facts})
    select ${once} f.*, ${columns} ${sql.join([sql``, ...groupColumns(plan)], sql`, `)}
    from facts f ${groupJoin(plan)} ${joined ? sql`and` : sql`where`} ${filterSql(plan.filters)}`;
};

/** Of a state that is told by branch: the rows of the default one, unless the query asks by branch. */
export const onDefaultBranch = (plan: Plan, facts: RawBuilder<unknown>): RawBuilder<unknown> => {
  const isTold = plan.metric.dimensions.includes('branch');
  if (!isTold || plan.filters.branches !== undefined || plan.groupBy.includes('branch')) return facts;
  return sql`select * from (${facts}) as every where every.on_default_branch`;
};

/** The names of the groups' columns. */
export const groupKeys = (plan: Plan): RawBuilder<unknown>[] =>
  plan.groupBy.map((_, index) => sql.raw(`k${index}`));

/** The values of a row's groups. */
export const groupOf = (plan: Plan, row: { readonly [column: string]: unknown }): (string | null)[] =>
  plan.groupBy.map((_, index) => (row[`k${index}`] ?? null) as string | null);
