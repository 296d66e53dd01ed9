import { randomUUID } from 'node:crypto';
import { Migrator } from 'kysely/migration';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Connection } from '../connect/connect.ts';
import { connect } from '../connect/connect.ts';
import { migrate } from '../connect/migrate.ts';
import { MIGRATIONS } from './index.ts';

const name = `codemetrics_test_${randomUUID().replaceAll('-', '')}`;
const url = new URL(inject('databaseServerUrl'));
let connection: Connection;

const at = async (server: string, ...statements: string[]): Promise<Record<string, unknown>[]> => {
  const client = new Client({ connectionString: server });
  await client.connect();
  let rows: Record<string, unknown>[] = [];
  try {
    for (const statement of statements) rows = (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
  return rows;
};

beforeAll(async () => {
  await at(inject('databaseServerUrl'), `create database ${name}`);
  url.pathname = `/${name}`;
  connection = connect({ url: url.href });
});
afterAll(async () => {
  await connection.close();
  await at(inject('databaseServerUrl'), `drop database if exists ${name} with (force)`);
});

test('a token in use keeps the network that it was last used from, whatever its address was written like', async () => {
  const before = Object.fromEntries(Object.entries(MIGRATIONS).filter(([key]) => key < '0006'));
  const migrator = new Migrator({
    db: connection.db,
    provider: { getMigrations: () => Promise.resolve(before) },
  });
  expect((await migrator.migrateToLatest()).error).toBeUndefined();
  const userId = randomUUID();
  const used: Record<string, string> = {
    '203.0.113.7': '203.0.113.0/24',
    '::ffff:203.0.113.7': '203.0.113.0/24',
    '::FFFF:203.0.113.7': '203.0.113.0/24',
    '2001:db8:1:2::9': '2001:db8:1::/48',
    '2001:0:1::9': '2001:0:1::/48',
    '::1': '::/48',
  };
  const odd = ['unknown', '203.0.113', '999.1.1.1', '::ffff:999.1.1.1', '_x', ''];
  const addresses = [...Object.keys(used), ...odd];
  await at(
    url.href,
    `insert into users (user_id, username, username_key, display_name, role, created_at)
     values ('${userId}', 'jo', 'jo', 'Jo', 'editor', now())`,
    ...addresses.map(
      (address) => `insert into service_tokens (token_id, user_id, subject, scopes, created_at, expires_at,
        last_used_at, last_used_from)
      values (gen_random_uuid(), '${userId}', '${address}', '{}', now(), now(), now(), '${address}')`,
    ),
    `insert into service_tokens (token_id, user_id, subject, scopes, created_at, expires_at)
     values (gen_random_uuid(), '${userId}', 'never used', '{}', now(), now())`,
  );
  expect(await migrate(connection.db)).toContain('0006-notices');
  const rows = await at(
    url.href,
    'select t.subject, n.network from service_token_networks n join service_tokens t using (token_id)',
  );
  expect(Object.fromEntries(rows.map((row) => [row['subject'], row['network']]))).toEqual(used);
});
