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
  /** SQL that holds for an existing row (`t`) whose value stays, whatever is sent. */
  readonly stays?: RawBuilder<boolean>;
  /** Only for new rows, such as an id that the server makes. */
  readonly onlyNew?: boolean;
}

/** A column that follows from others of its row, such as a place in a listing; `of` is given the SQL of each. */
export interface DerivedColumn {
  readonly name: string;
  readonly of: (column: (name: string) => RawBuilder<unknown>) => RawBuilder<unknown>;
}

/** A natural key as one text: its values in the table's order. */
export const keyOf = (values: readonly unknown[]): string => JSON.stringify(values);

export interface BulkTable<Row> {
  readonly table: keyof Database & string;
  readonly key: readonly string[];
  readonly columns: readonly BulkColumn<Row>[];
  readonly derived?: readonly DerivedColumn[];
  /** SQL that must hold for an existing row (`t`) to be replaced by the sent one (`excluded`). */
  readonly guard?: RawBuilder<boolean>;
}

const isSame = (one: unknown, other: unknown): boolean => {
  if (one === other || (one ?? null) === (other ?? null)) return true;
  if (one instanceof Date) return other instanceof Date && one.getTime() === other.getTime();
  return Array.isArray(one) && Array.isArray(other) && JSON.stringify(one) === JSON.stringify(other);
};

/**
 * One statement can't touch a row twice, so rows that repeat a key go one after the other: the first of each key, then
 * the second of each: just what the same rows in several calls would come to. Nearly always there is one round. A row
 * that says what the one of its key before it said changes nothing, whatever is stored, so it goes into none.
 */
const roundsOf = <Row>(table: BulkTable<Row>, rows: readonly Row[]): Row[][] => {
  const readers = table.key.map((name) => table.columns.find((column) => column.name === name)!.of);
  const told = table.columns.filter((column) => !column.onlyNew && !table.key.includes(column.name));
  const seen = new Map<string, { readonly round: number; readonly row: Row }>();
  const rounds: Row[][] = [];
  for (const row of rows) {
    const key = keyOf(readers.map((of) => of(row)));
    const before = seen.get(key);
    if (before && told.every(({ of }) => isSame(of(before.row), of(row)))) continue;
    const round = before ? before.round + 1 : 0;
    seen.set(key, { round, row });
    (rounds[round] ??= []).push(row);
  }
  return rounds;
};

// A nested array would be flattened by unnest, so arrays travel as the text of an array.
const transport = (type: BulkColumn<never>['type']): string => (type === 'text[]' ? 'text' : type);
const arrayText = (values: readonly string[]): string =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;

const upsertRound = async <Row>(
  db: Executor,
  table: BulkTable<Row>,
  rows: readonly Row[],
  changed: Set<string> | undefined,
): Promise<{ readonly created: number; readonly updated: number }> => {
  const { columns, derived = [] } = table;
  const arrays = columns.map((column) => {
    const values = rows.map((row) => {
      const value = column.of(row) ?? null;
      return column.type === 'text[]' && value !== null ? arrayText(value as string[]) : value;
    });
    return sql`${values}::${sql.raw(transport(column.type))}[]`;
  });
  const read = columns.map((column) =>
    column.type === 'text[]' ? sql`${sql.ref(column.name)}::text[]` : sql.ref(column.name),
  );
  const sent = sql.join(columns.map((column) => sql.ref(column.name)));
  const names = sql.join([...columns, ...derived].map((column) => sql.ref(column.name)));
  const mutable = columns.filter((column) => !column.onlyNew && !table.key.includes(column.name));
  const next = (column: BulkColumn<Row>) => {
    const [sentValue, stored] = [sql.ref(`excluded.${column.name}`), sql.ref(`t.${column.name}`)];
    const value = column.keepsOld ? sql`coalesce(${sentValue}, ${stored})` : sentValue;
    return column.stays ? sql`case when ${column.stays} then ${stored} else ${value} end` : value;
  };
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
  const keys = changed ? table.key.map((name) => sql`, ${sql.ref(`t.${name}`)}`) : [];
  const result = await sql<{ created: boolean } & Record<string, unknown>>`
    insert into ${sql.table(table.table)} as t (${names})
    select ${sql.join([...read, ...derived.map((column) => column.of((name) => sql.ref(name)))])}
    from unnest(${sql.join(arrays)}) as sent(${sent})
    order by ${sql.join(table.key.map((name) => sql.ref(name)))}
    on conflict (${sql.join(table.key.map((name) => sql.ref(name)))}) ${conflict}
    returning (t.xmax = 0) as created${sql.join(keys, sql``)}`.execute(db);
  if (changed) for (const row of result.rows) changed.add(keyOf(table.key.map((name) => row[name])));
  const created = result.rows.filter((row) => row.created).length;
  return { created, updated: result.rows.length - created };
};

/**
 * Writes rows by their natural key: new ones are created, differing ones updated, equal ones left untouched. Returns how
 * many of each, and gathers the keys of what was written (`keyOf`) in `changed`.
 */
export const bulkUpsert = async <Row>(
  db: Executor,
  table: BulkTable<Row>,
  rows: readonly Row[],
  changed?: Set<string>,
): Promise<WriteCounts> => {
  let [created, updated] = [0, 0];
  for (const round of roundsOf(table, rows)) {
    const written = await upsertRound(db, table, round, changed);
    created += written.created;
    updated += written.updated;
  }
  return { received: rows.length, created, updated, unchanged: rows.length - created - updated };
};
