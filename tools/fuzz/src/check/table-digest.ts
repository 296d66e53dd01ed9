import type { Client } from 'pg';
import type { UnstableTable } from './unstable-tables.ts';
import { UNSTABLE_TABLES } from './unstable-tables.ts';

/** For each table a text that changes when its rows do. */
export type TableDigest = ReadonlyMap<string, string>;

/** Takes the digest of the database as it is now. */
export type TakeDigest = () => Promise<TableDigest>;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Of a table that nothing else writes to, the transactions that wrote its rows tell enough. */
const selectOf = (table: string, unstable: UnstableTable | undefined): string => {
  const value = unstable?.columns
    ? `hashtextextended(row(${unstable.columns.map(quoted).join(', ')})::text, 0)`
    : 'xmin::text::bigint';
  const where = unstable?.where === undefined ? '' : ` where ${unstable.where}`;
  return `select '${table}' as name, count(*) || ':' || coalesce(sum(${value}::numeric), 0) as digest from ${quoted(table)}${where}`;
};

/** Looks once at which tables there are. */
export const tableDigest = async (client: Client): Promise<TakeDigest> => {
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' order by 1",
  );
  const statement = rows
    .map(({ tablename }) => ({ table: tablename, unstable: UNSTABLE_TABLES[tablename] }))
    .filter(({ unstable }) => unstable === undefined || unstable.columns !== undefined)
    .map(({ table, unstable }) => selectOf(table, unstable))
    .join('\nunion all\n');
  return async () => {
    const result = await client.query<{ name: string; digest: string }>(statement);
    return new Map(result.rows.map(({ name, digest }) => [name, digest]));
  };
};

/** The tables whose rows differ. */
export const changedTables = (before: TableDigest, after: TableDigest): readonly string[] =>
  [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name);
