import { Client } from 'pg';

/** Runs one statement straight at a server's database, past the server. */
export const query = async (url: string, statement: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

/** A connection past the server, for a test that holds a lock or looks on. The caller ends it. */
export const openClient = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

/** Every row of every table, as text: what a dump would show. */
export const dump = async (url: string): Promise<string> => {
  const tables = await query(
    url,
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
  );
  const texts = [];
  for (const { name } of tables) {
    const rows = await query(url, `select t::text as row from ${String(name)} as t`);
    texts.push(`${String(name)}: ${rows.map(({ row }) => String(row)).join('\n')}`);
  }
  return texts.join('\n');
};
