import { sql } from 'kysely';
import type { ResultTable } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
import type { TableColumn } from '../define-metric.ts';
import { refuseUnknownZone } from './database-zone.ts';
import type { Plan } from './plan.ts';
import { groupColumns, groupJoin, groupKeys, groupOf, scopeOf } from './scope-sql.ts';

/** How many rows each table answers with where its parameters don't say. */
const DEFAULT_ROWS = 100;

interface Row {
  readonly total: string | number;
  readonly [column: string]: unknown;
}

const cell = (value: unknown): string | number | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'number' || typeof value === 'string'
      ? value
      : String(value);

/** The rows as they are answered: added up where the metric says so. */
const addedUp = (plan: Plan, sums: readonly string[] | undefined, columns: readonly TableColumn[]) => {
  if (sums === undefined) return sql`select * from placed`;
  const alike = sql.join([
    ...groupKeys(plan),
    ...columns.filter(({ name }) => !sums.includes(name)).map(({ name }) => sql.ref(name)),
  ]);
  const added = [...sums, 'rank'].map((name) => sql`sum(${sql.ref(name)})::float8 as ${sql.ref(name)}`);
  return sql`select ${alike}, ${sql.join(added)} from placed group by ${alike}`;
};

/** Runs a metric that answers with rows: the highest of each group. */
export const runTable = async (db: Executor, plan: Plan): Promise<ResultTable[]> => {
  const { measure } = plan.metric;
  if (measure.kind !== 'table') throw new DomainError('internal');
  const limit = (plan.parameters as { limit?: number }).limit ?? measure.limit ?? DEFAULT_ROWS;
  const keys = groupKeys(plan);
  const partition = keys.length > 0 ? sql`partition by ${sql.join(keys)}` : sql``;
  const ties = sql.join(measure.columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<Row>`
    with facts as (${measure.rows(scopeOf(plan), plan.parameters)}),
    placed as (select f.* ${sql.join([sql``, ...groupColumns(plan)], sql`, `)} from facts f ${groupJoin(plan)}),
    added as (${addedUp(plan, measure.sums, measure.columns)}),
    numbered as (
      select *, row_number() over (${partition} order by rank desc nulls last, ${ties}) as place,
        count(*) over (${partition}) as total
      from added)
    select * from numbered where place <= ${limit}
    order by ${sql.join([...keys, sql`place`])}`
    .execute(db)
    .catch((error: unknown) => refuseUnknownZone(error, plan.timezone));
  const tables = Map.groupBy(rows, (row) => JSON.stringify(groupOf(plan, row)));
  return [...tables.values()].map((some) => ({
    group: Object.fromEntries(
      plan.groupBy.map((name, index) => [name, groupOf(plan, some[0]!)[index] ?? null]),
    ),
    columns: measure.columns.map((column) => ({ ...column })),
    rows: some.map((row) => Object.fromEntries(measure.columns.map(({ name }) => [name, cell(row[name])]))),
    total: Number(some[0]!.total),
  }));
};
