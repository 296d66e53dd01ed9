import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { TestDatabase } from '@codemetrics/testing';
import { createDatabase, dropDatabase } from '@codemetrics/testing';
import { changedTables, tableDigest } from './table-digest.ts';
import { UNSTABLE_TABLES } from './unstable-tables.ts';

let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await createDatabase(inject('databaseServerUrl'), inject('templateDatabase'));
  client = new Client({ connectionString: database.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await dropDatabase(inject('databaseServerUrl'), database.name);
});

const changesOf = async (...statements: string[]): Promise<readonly string[]> => {
  const digest = await tableDigest(client);
  const before = await digest();
  for (const statement of statements) await client.query(statement);
  return changedTables(before, await digest());
};
const insert = `insert into sources (source) values ('github')`;

test('rows that are made, changed or deleted show, whatever the table holds besides', async () => {
  expect(await changesOf(insert)).toEqual(['sources']);
  expect(await changesOf(`update sources set stored = stored + 1`)).toEqual(['sources']);
  expect(await changesOf('select * from sources for update')).toEqual([]);
  expect(await changesOf('begin', `delete from sources`, insert, 'rollback')).toEqual([]);
  expect(await changesOf(`delete from sources`)).toEqual(['sources']);
});

test('what is written late or on purpose does not show', async () => {
  expect(await changesOf(`insert into sign_in_limits (key) values ('account:x')`)).toEqual([]);
});

test('every table that is looked at otherwise exists, and its columns do', async () => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns
     from information_schema.columns where table_schema = 'public' group by 1`,
  );
  const columns = new Map(rows.map((row) => [row.name, row.columns]));
  for (const [table, { columns: used = [], why }] of Object.entries(UNSTABLE_TABLES)) {
    expect(columns.get(table), table).toEqual(expect.arrayContaining([...used]));
    expect(why).not.toBe('');
  }
});
