import type { Client } from 'pg';
import type { DumpedSequence, DumpedTable } from './format.ts';

interface Trigger {
  readonly table: string;
  readonly trigger: string;
}

/**
 * Empties the tables of what the migrations put in, and loads them with their triggers off: what is restored has
 * happened before. Foreign keys stay.
 */
export const withQuietTables = async <T>(
  client: Client,
  tables: readonly DumpedTable[],
  load: () => Promise<T>,
): Promise<T> => {
  const { rows: triggers } = await client.query<Trigger>(
    `select t.tgrelid::regclass::text as table, quote_ident(t.tgname) as trigger
     from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and t.tgenabled = 'O' and t.tgparentid = 0 and c.relnamespace = current_schema()::regnamespace`,
  );
  for (const { table, trigger } of triggers)
    await client.query(`alter table ${table} disable trigger ${trigger}`);
  await client.query(`truncate ${tables.map(({ name }) => client.escapeIdentifier(name)).join(', ')}`);
  const loaded = await load();
  for (const { table, trigger } of triggers)
    await client.query(`alter table ${table} enable trigger ${trigger}`);
  return loaded;
};

/** Lets each sequence go on from where it was. */
export const setSequences = async (client: Client, sequences: readonly DumpedSequence[]): Promise<void> => {
  for (const { name, lastValue, isCalled } of sequences)
    await client.query(
      `select setval(c.oid::regclass, $2::bigint, $3) from pg_class c
       where c.relname = $1 and c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace`,
      [name, lastValue, isCalled],
    );
};
