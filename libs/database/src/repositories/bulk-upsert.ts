import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { WriteCounts } from '@codemetrics/contracts';
import type { Executor } from '../connect/connect.ts';
import type { Database } from '../tables/index.ts';

/** One column of a bulk write: its SQL type and how its value is read from a row. */
export interface BulkColumn<Row> {
  readonly name: string;
  readonly type: 'text' | 'int4' | 'bool' | 'timestamptz' | 'uuid' | 'float8' | 'text[]';
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
  /** SQL that must hold for an existing row (`t`) to be replaced by the sent one (`excluded`). */
  readonly guard?: RawBuilder<boolean>;
}

/**
 * One statement can't touch a row twice, so rows that repeat a key go one after the other: the first of each key, then
 * the second of each: just what the same rows in several calls would come to. Nearly always there is one round.
 */
const roundsOf = <Row>(table: BulkTable<Row>, rows: readonly Row[]): Row[][] => {
  const readers = table.key.map((name) => table.columns.find((column) => column.name === name)!.of);
  const seen = new Map<string, number>();
  const rounds: Row[][] = [];
  for (const row of rows) {
    const key = JSON.stringify(readers.map((of) => of(row)));
    const round = seen.get(key) ?? 0;
    seen.set(key, round + 1);
    (rounds[round] ??= []).push(row);
  }
  return rounds;
};

// A nested array would be flattened by unnest, so arrays travel as JSON text.
const transport = (type: BulkColumn<never>['type']): string => (type === 'text[]' ? 'text' : type);

const upsertRound = async <Row>(
  db: Executor,
  table: BulkTable<Row>,
  rows: readonly Row[],
): Promise<WriteCounts> => {
  const { columns, derived = [] } = table;
  const arrays = columns.map((column) => {
    const values = rows.map((row) => {
      const value = column.of(row) ?? null;
      return column.type === 'text[]' && value !== null ? JSON.stringify(value) : value;
    });
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

/**
 * Writes rows by their natural key: new ones are created, differing ones updated, equal ones left untouched. Returns how
 * many of each.
 */
export const bulkUpsert = async <Row>(
  db: Executor,
  table: BulkTable<Row>,
  rows: readonly Row[],
): Promise<WriteCounts> => {
  const sum = { received: 0, created: 0, updated: 0, unchanged: 0 };
  for (const round of roundsOf(table, rows)) {
    const counts = await upsertRound(db, table, round);
    for (const name of Object.keys(sum) as (keyof WriteCounts)[]) sum[name] += counts[name];
  }
  return sum;
};
