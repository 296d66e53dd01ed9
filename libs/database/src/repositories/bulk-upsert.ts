import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { Database } from '../tables/index.ts';

/** One column of a bulk write: its SQL type and how its value is read from a row. */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: 'text' | 'int4' | 'bool' | 'timestamptz' | 'uuid' | 'text[]';
  readonly of: (row: Row) => unknown;
  /** A null does not erase what an earlier, fuller sending told. */
  readonly keepsOld?: boolean;
  /** Only for new rows, such as an id that the server makes. */
  readonly onlyNew?: boolean;
}

/** A column that follows from others of its row, such as a place in a listing; `of` is given the SQL of each. */
export interface DerivedColumn {
  readonly name: string;
  readonly of: (column: (name: string) => RawBuilder<unknown>) => RawBuilder<unknown>;
}

export interface BulkTable<Row> {
  readonly table: keyof Database & string;
  readonly key: readonly string[];
  readonly columns: readonly BulkColumn<Row>[];
  readonly derived?: readonly DerivedColumn[];
  /** The guard once more, for two rows of one batch: whether the earlier one stays as it is. */
  readonly staysAgainst?: (earlier: Row, later: Row) => boolean;
  /** SQL that must hold for an existing row (`t`) to be replaced by the sent one (`excluded`). */
  readonly guard?: RawBuilder<boolean>;
}

/** The values of one row for each natural key: rows that repeat a key come to the same as if sent one after the other. */
const distinctValues = <Row>(table: BulkTable<Row>, rows: readonly Row[]): unknown[][] => {
  const { columns } = table;
  const readers = table.key.map((name) => columns.find((column) => column.name === name)!.of);
  const byKey = new Map<string, { row: Row; values: unknown[] }>();
  for (const row of rows) {
    const key = JSON.stringify(readers.map((of) => of(row)));
    const values = columns.map((column) => column.of(row) ?? null);
    const earlier = byKey.get(key);
    if (earlier && table.staysAgainst?.(earlier.row, row)) continue;
    byKey.set(key, {
      row,
      values: earlier
        ? values.map((value, at) => (columns[at]!.keepsOld ? (value ?? earlier.values[at]) : value))
        : values,
    });
  }
  return [...byKey.values()].map((one) => one.values);
};

// A nested array would be flattened by unnest, so arrays travel as JSON text.
const transport = (type: BulkColumn<never>['type']): string => (type === 'text[]' ? 'text' : type);

/**
 * Writes rows by their natural key in one statement: new ones are created, differing ones updated, equal ones left
 * untouched. Returns how many of each; rows that repeat a key within the call count as unchanged.
 */
export const bulkUpsert = async <Row>(
  db: Executor,
  table: BulkTable<Row>,
  rows: readonly Row[],
): Promise<WriteCounts> => {
  if (rows.length === 0) return { received: 0, created: 0, updated: 0, unchanged: 0 };
  const distinct = distinctValues(table, rows);
  const { columns, derived = [] } = table;
  const arrays = columns.map((column, at) => {
    const values = distinct.map((row) =>
      column.type === 'text[]' && row[at] !== null ? JSON.stringify(row[at]) : row[at],
    );
    return sql`${values}::${sql.raw(transport(column.type))}[]`;
  });
  const read = columns.map((column) =>
    column.type === 'text[]'
      ? sql`case when ${sql.ref(column.name)} is not null then array(select jsonb_array_elements_text(${sql.ref(column.name)}::jsonb)) end`
      : sql.ref(column.name),
  );
  const sent = sql.join(columns.map((column) => sql.ref(column.name)));
  const names = sql.join([...columns, ...derived].map((column) => sql.ref(column.name)));
  const mutable = columns.filter((column) => !column.onlyNew && !table.key.includes(column.name));
  const next = (column: BulkColumn<Row>) =>
    column.keepsOld
      ? sql`coalesce(${sql.ref(`excluded.${column.name}`)}, ${sql.ref(`t.${column.name}`)})`
      : sql.ref(`excluded.${column.name}`);
  const nextOf = (name: string) => next(columns.find((column) => column.name === name)!);
  const assignments = [
    ...mutable.map((column) => sql`${sql.ref(column.name)} = ${next(column)}`),
    ...derived.map((column) => sql`${sql.ref(column.name)} = ${column.of(nextOf)}`),
  ];
  const conflict =
    mutable.length === 0
      ? sql`do nothing`
      : sql`do update set ${sql.join(assignments)}
        where (${sql.join(mutable.map((column) => sql.ref(`t.${column.name}`)))})
          is distinct from (${sql.join(mutable.map(next))})
        ${table.guard ? sql`and ${table.guard}` : sql``}`;
  const result = await sql<{ created: boolean }>`
    insert into ${sql.table(table.table)} as t (${names})
    select ${sql.join([...read, ...derived.map((column) => column.of((name) => sql.ref(name)))])}
    from unnest(${sql.join(arrays)}) as sent(${sent})
    order by ${sql.join(table.key.map((name) => sql.ref(name)))}
    on conflict (${sql.join(table.key.map((name) => sql.ref(name)))}) ${conflict}
    returning (t.xmax = 0) as created`.execute(db);
  const created = result.rows.filter((row) => row.created).length;
  const updated = result.rows.length - created;
  return { received: rows.length, created, updated, unchanged: rows.length - created - updated };
};
