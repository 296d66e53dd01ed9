import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { BackupError } from './backup-error.ts';
import { readMigrations, readTables } from './catalogue.ts';

const PATIENCE_MS = 3_000;

const countServers = async (client: Client): Promise<number> => {
  // Within a transaction the list is read once, and then kept.
  await client.query('select pg_stat_clear_snapshot()');
  const { rows } = await client.query<{ count: number }>(
    `select count(*) from pg_stat_activity
     where datname = current_database() and application_name = 'codemetrics' and pid <> pg_backend_pid()`,
  );
  return rows[0]!.count;
};

/** Refuses a database that servers work on. The connections of one that was just stopped end a moment after it. */
export const requireNoServer = async (client: Client): Promise<void> => {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const count = await countServers(client);
    if (count === 0) return;
    if (Date.now() > deadline)
      throw new BackupError(
        'in-use',
        `A CodeMetrics server works on this database (${count} of its connections are open). Stop every server on it first.`,
      );
    await sleep(100);
  }
};

/** Whether there is something to replace. Refuses what may not be replaced. */
export const inspectTarget = async (client: Client, replace: boolean): Promise<{ isEmpty: boolean }> => {
  const [tables, migrations] = [await readTables(client), await readMigrations(client)];
  if (tables.length === 0 && migrations.length === 0) return { isEmpty: true };
  if (migrations.length === 0)
    throw new BackupError(
      'not-codemetrics',
      'The database holds tables of another program. Give CodeMetrics a database of its own.',
    );
  if (!replace)
    throw new BackupError(
      'not-empty',
      'There is a CodeMetrics in this database already. Say --replace to put the backup in its place, or name an empty database.',
    );
  return { isEmpty: false };
};

const OBJECTS = `
  select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
      when 'f' then 'foreign table' else 'table' end || ' if exists ' || c.oid::regclass as object, c.oid, 'pg_class'::regclass as catalogue
    from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.relnamespace = current_schema()::regnamespace
  union all
  select 'routine if exists ' || p.oid::regprocedure, p.oid, 'pg_proc'::regclass
    from pg_proc p where p.pronamespace = current_schema()::regnamespace
  union all
  select 'type if exists ' || t.oid::regtype, t.oid, 'pg_type'::regclass
    from pg_type t where t.typnamespace = current_schema()::regnamespace and t.typtype in ('e', 'd', 'r')`;

/** Takes everything out of the schema but what belongs to an extension. What belongs to another object goes with it. */
export const emptySchema = async (client: Client): Promise<void> => {
  const { rows } = await client.query<{ object: string }>(
    `select object from (${OBJECTS}) as o
     where not exists (select from pg_depend d where d.objid = o.oid and d.classid = o.catalogue and d.refobjid <> d.objid and d.deptype in ('e', 'i', 'a'))`,
  );
  for (const { object } of rows) await client.query(`drop ${object} cascade`);
};
