// Helpers of the tests beside this file; no part of the product.
import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { DumpOptions } from './dump-database.ts';
import { checkBackup, dumpDatabase, restoreDatabase } from './index.ts';
import type { RestoreOptions, RestoreSummary } from './index.ts';

/** One statement on a connection of its own. */
export const query = async <T extends object>(url: string, sql: string, values: unknown[] = []) => {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  return client
    .query<T>(sql, values)
    .then(({ rows }) => rows)
    .finally(() => client.end());
};

/** A database of the current test: migrated, or empty. By hand, since @codemetrics/testing stands above this library. */
export const makeDatabase = async (kind: 'migrated' | 'empty' = 'migrated'): Promise<string> => {
  const [server, name] = [
    inject('databaseServerUrl'),
    `codemetrics_test_${randomUUID().replaceAll('-', '')}`,
  ];
  await query(
    server,
    `create database ${name}${kind === 'empty' ? '' : ` template ${inject('templateDatabase')}`}`,
  );
  onTestFinished(async () => void (await query(server, `drop database if exists ${name} with (force)`)));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
};

export const temporaryDirectory = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'codemetrics-backup-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
};

/** Backs a database up to a file of the current test. */
export const backUp = async (url: string, over: Partial<DumpOptions> = {}): Promise<string> => {
  const path = join(temporaryDirectory(), 'x.backup');
  await dumpDatabase({ url, productVersion: '0.1.0', output: createWriteStream(path), ...over });
  return path;
};

/** Checks a file and restores it. */
export const restore = async (
  url: string,
  path: string,
  over: Partial<RestoreOptions> = {},
): Promise<RestoreSummary> => {
  await using file = await open(path);
  const backup = await checkBackup(file);
  return await restoreDatabase({ url, file, backup, replace: false, keepTokens: false, ...over });
};

/** Every row of every table as text, without the columns that are named as `table.column`. */
export const contentOf = async (
  url: string,
  without: readonly string[] = [],
): Promise<Record<string, string[]>> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows: columns } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace = 'public'::regnamespace and c.relname not like 'kysely%' order by 1, a.attnum`,
  );
  const content: Record<string, string[]> = {};
  for (const [table, rows] of Map.groupBy(columns, (row) => row.table)) {
    const kept = rows.map(({ column }) => column).filter((column) => !without.includes(`${table}.${column}`));
    const found = await client.query<{ line: string }>(
      `select r::text as line from (select ${kept.join(', ')} from ${table}) r order by r::text collate "C"`,
    );
    content[table] = found.rows.map(({ line }) => line);
  }
  await client.end();
  return content;
};

/** What the migrations make beside the columns. */
export const schemaOf = async (url: string): Promise<string[]> => {
  const rows = await query<{ line: string }>(
    url,
    `select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as line from pg_constraint where connamespace = 'public'::regnamespace
     union all select indexdef from pg_indexes where schemaname = 'public'
     union all select pg_get_triggerdef(oid) || ' ' || tgenabled::text from pg_trigger where not tgisinternal
     union all select attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull from pg_attribute
       where attnum > 0 and attrelid in (select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)
     union all select proname from pg_proc where pronamespace = 'public'::regnamespace`,
  );
  return rows.map(({ line }) => line).sort();
};

const USER = `insert into users (user_id, username, username_key, display_name, role, workloads, password_hash, disabled, created_at)
  values ($1, $2, $2, $2, $3, $4, $5, $6, now())`;

/** Puts a user in; an administrator without limits, unless told otherwise. */
export const addUser = async (
  url: string,
  username: string,
  over: { role?: string; workloads?: string[] | null; password?: string; disabled?: boolean } = {},
): Promise<string> => {
  const { role = 'admin', workloads = null, password = 'hash', disabled = false } = over;
  const id = randomUUID();
  await query(url, USER, [id, username, role, workloads, password, disabled]);
  return id;
};

/** Puts a service token in that lives for a day, unless told otherwise. */
export const addToken = async (
  url: string,
  userId: string,
  over: { expires?: string; revoked?: string | null; ends?: string | null; kid?: string | null } = {},
): Promise<string> => {
  const { expires = "now() + interval '1 day'", revoked = null, ends = null, kid = null } = over;
  const id = randomUUID();
  await query(
    url,
    `insert into service_tokens (token_id, user_id, subject, scopes, created_at, expires_at, revoked_at, ends_at, kid)
     values ($1, $2, 'tests', '{data:read}', now(), ${expires}, ${revoked}, ${ends}, $3)`,
    [id, userId, kid],
  );
  return id;
};
