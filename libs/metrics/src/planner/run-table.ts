import { sql } from 'kysely';
import type { ResultTable } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { Executor } from '@codemetrics/database';
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

/** Runs a metric that answers with rows: the highest of each group. */
export const runTable = async (db: Executor, plan: Plan): Promise<ResultTable[]> => {
  const { measure } = plan.metric;
  if (measure.kind !== 'table') throw new DomainError('internal');
  const limit = (plan.parameters as { limit?: number }).limit ?? DEFAULT_ROWS;
  const keys = groupKeys(plan);
  const partition = keys.length > 0 ? sql`partition by ${sql.join(keys)}` : sql``;
  const ties = sql.join(measure.columns.map(({ name }) => sql.ref(name)));
  const { rows } = await sql<Row>`
    with facts as (${measure.rows(scopeOf(plan), plan.parameters)}),
    placed as (select f.* ${sql.join([sql``, ...groupColumns(plan)], sql`, `)} from facts f ${groupJoin(plan)}),
    numbered as (
      select *, row_number() over (${partition} order by rank desc nulls last, ${ties}) as place,
        count(*) over (${partition}) as total
      from placed)
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
