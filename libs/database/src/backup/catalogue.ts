import type { ClientBase } from 'pg';
import type { DumpedSequence, DumpedTable } from './format.ts';
import { orderTables } from './order-tables.ts';

/** The migrator's own tables are written by the migrator. */
const MIGRATOR = `c.relname not in ('kysely_migration', 'kysely_migration_lock')`;
const IN_SCHEMA = `c.relnamespace = current_schema()::regnamespace`;
const NO_EXTENSION = `not exists (select from pg_depend x where x.objid = c.oid and x.classid = 'pg_class'::regclass and x.deptype = 'e')`;
// What is unlogged does not outlive a crash, so a backup need not hold it; a standby can't even read it.
const TABLES = `c.relkind in ('r', 'p') and c.relpersistence = 'p' and not c.relispartition and ${IN_SCHEMA} and ${MIGRATOR} and ${NO_EXTENSION}`;

interface ColumnRow {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** Every lasting table of the schema but the migrator's, parents first, with the columns that hold data of their own. */
export const readTables = async (client: ClientBase): Promise<DumpedTable[]> => {
  const { rows: columns } = await client.query<ColumnRow>(
    `select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where ${TABLES} order by c.relname collate "C", a.attnum`,
  );
  const { rows: references } = await client.query<{ child: string; parent: string }>(
    `select c.relname as child, p.relname as parent from pg_constraint k
     join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
     where k.contype = 'f' and ${TABLES} order by 1, 2`,
  );
  const byTable = Map.groupBy(columns, ({ table }) => table);
  return orderTables([...byTable.keys()], references).map((table) => ({
    name: table,
    columns: byTable.get(table)!.map(({ name, type }) => ({ name, type })),
  }));
};

/** Every sequence of the schema, those of identity columns too, and how far it came. */
export const readSequences = async (client: ClientBase): Promise<DumpedSequence[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'S' and ${IN_SCHEMA} and ${NO_EXTENSION} order by 1`,
  );
  const sequences: DumpedSequence[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${client.escapeIdentifier(name)}`,
    );
    const [{ last, called }] = state.rows as [{ last: string; called: boolean }];
    sequences.push({ name, lastValue: last, isCalled: called });
  }
  return sequences;
};

/** The names of the migrations that ran, in their order; none where the schema has no migrator's table. */
export const readMigrations = async (client: ClientBase): Promise<string[]> => {
  const { rows: found } = await client.query(
    `select from pg_class c where c.relname = 'kysely_migration' and c.relkind = 'r' and ${IN_SCHEMA}`,
  );
  if (found.length === 0) return [];
  const { rows } = await client.query<{ name: string }>(
    `select name from kysely_migration order by name collate "C"`,
  );
  return rows.map(({ name }) => name);
};
