import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { clusterProcesses, query, spawnOwner, start, temporaryDirectory } from './embedded-testing.ts';
import type { LogEntry } from './index.ts';
import { isAlive } from './processes.ts';

describe('the embedded database', { timeout: 60_000 }, () => {
  test('is made at the first start and keeps its data over restarts', async () => {
    const directory = join(temporaryDirectory(), 'data');
    const first = await start(directory);
    await query(first.url, 'CREATE TABLE kept (value text)');
    await query(first.url, "INSERT INTO kept VALUES ('yes')");
    await first.stop();
    const second = await start(directory);
    expect(await query(second.url, 'SELECT value FROM kept')).toEqual([{ value: 'yes' }]);
    expect(statSync(directory).mode & 0o777).toBe(0o700);
    expect(statSync(join(directory, 'postgres-password')).mode & 0o777).toBe(0o600);
  });

  test('asks for the password, speaks UTF-8 and listens on the loopback address only', async () => {
    const database = await start(temporaryDirectory());
    const wrong = database.url.replace(/:[0-9a-f]+@/, ':wrong@');
    await expect(query(wrong, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
    const shown = async (name: string) =>
      Object.values((await query(database.url, `SHOW ${name}`))[0] ?? {})[0];
    expect(await shown('server_encoding')).toBe('UTF8');
    expect(await shown('listen_addresses')).toBe('127.0.0.1');
    expect(await shown('unix_socket_directories')).toBe('');
    expect(await shown('TimeZone')).toBe('UTC');
    expect(await shown('fsync')).toBe('off');
    expect(await query(database.url, "SELECT upper('é') AS letter")).toEqual([{ letter: 'É' }]);
  });

  test('keeps statements and values out of its log', async () => {
    const directory = temporaryDirectory();
    const database = await start(directory);
    await query(database.url, 'CREATE TABLE secrets (value text PRIMARY KEY)');
    await query(database.url, "INSERT INTO secrets VALUES ('hunter2')");
    await expect(query(database.url, "INSERT INTO secrets VALUES ('hunter2')")).rejects.toThrow(
      'duplicate key',
    );
    const log = readFileSync(join(directory, 'postgres.log'), 'utf8');
    expect(log).toContain('duplicate key');
    expect(log).not.toContain('hunter2');
  });

  test('leaves no process and no lock when it is stopped, however often', async () => {
    const directory = temporaryDirectory();
    const database = await start(directory);
    const { pid } = database;
    expect(existsSync(join(directory, 'server.lock'))).toBe(true);
    await Promise.all([database.stop(), database.stop()]);
    await database.stop();
    expect(isAlive(pid)).toBe(false);
    expect(clusterProcesses(directory)).toEqual([]);
    expect(readdirSync(directory).sort()).toEqual(['postgres', 'postgres-password', 'postgres.log']);
  });

  test('lets its process end after the stop', async () => {
    const directory = temporaryDirectory();
    const { child } = await spawnOwner(directory);
    child.kill('SIGINT');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.exitCode).toBe(0);
    expect(clusterProcesses(directory)).toEqual([]);
  });

  test('works in a long path with blanks and quotes', async () => {
    const directory = join(temporaryDirectory(), "it's a path", 'ü'.repeat(60), 'x'.repeat(150), 'data dir');
    const database = await start(directory);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('sets a new password when the file with it is lost', async () => {
    const directory = temporaryDirectory();
    await (await start(directory)).stop();
    rmSync(join(directory, 'postgres-password'));
    const database = await start(directory);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(readFileSync(join(directory, 'postgres.log'), 'utf8')).not.toContain('ALTER ROLE');
  });

  test('does not touch a cluster of another version, or what is no cluster', async () => {
    const directory = temporaryDirectory();
    const cluster = join(directory, 'postgres');
    mkdirSync(join(cluster, 'global'), { recursive: true });
    writeFileSync(join(cluster, 'PG_VERSION'), '16\n');
    await expect(start(directory)).rejects.toMatchObject({
      code: 'other-version',
      message: expect.stringMatching(/PostgreSQL 16.*pg_dump.*DATABASE_URL/s),
    });
    rmSync(join(cluster, 'PG_VERSION'));
    await expect(start(directory)).rejects.toMatchObject({ code: 'corrupt-directory' });
    expect(existsSync(join(directory, 'server.lock'))).toBe(false);
  });

  test('quotes PostgreSQL when it does not start', async () => {
    const directory = temporaryDirectory();
    await (await start(directory)).stop();
    truncateSync(join(directory, 'postgres', 'global', 'pg_control'), 100);
    const entries: LogEntry[] = [];
    await expect(start(directory, entries)).rejects.toThrow(/pg_control.*DATABASE_URL/s);
    expect(clusterProcesses(directory)).toEqual([]);
    expect(existsSync(join(directory, 'server.lock'))).toBe(false);
  });

  test('says so when the directory cannot be made', async () => {
    const file = join(temporaryDirectory(), 'file');
    writeFileSync(file, '');
    await expect(start(join(file, 'data'))).rejects.toMatchObject({ code: 'directory-unusable' });
  });
});
