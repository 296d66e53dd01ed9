import type { Client } from 'pg';

const COLUMNS = `
  select c.relname as table, a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relkind in ('r', 'p') order by c.relname, a.attnum`;

// PostgreSQL 18 lists "not null" as a constraint and 15 doesn't, so those are told by the columns alone.
const CONSTRAINTS = `
  select conrelid::regclass::text as table, conname || ' ' || pg_get_constraintdef(oid) as line
  from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u', 'f', 'c') order by 1, conname`;

const INDEXES = `
  select tablename as table, indexdef as line from pg_indexes where schemaname = 'public' order by tablename, indexname`;

const TRIGGERS = `
  select tgrelid::regclass::text as table, pg_get_triggerdef(oid) as line from pg_trigger where not tgisinternal order by 1, tgname`;

interface Line {
  readonly table: string;
  readonly line: string;
}

/** The schema as text, one table after the other, the same on every PostgreSQL from 15 on. */
export const describeSchema = async (client: Client): Promise<string> => {
  const parts = new Map<string, string[]>();
  for (const query of [COLUMNS, CONSTRAINTS, INDEXES, TRIGGERS]) {
    const { rows } = await client.query<Line>(query);
    for (const row of rows) parts.set(row.table, [...(parts.get(row.table) ?? []), row.line]);
  }
  return [...parts]
    .filter(([table]) => !table.startsWith('kysely_'))
    .map(([table, lines]) => `${table}\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n');
};
