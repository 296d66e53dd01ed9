import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';

import {
  clusterProcesses,
  eventually,
  kill,
  query,
  spawnFixture,
  spawnOwner,
  start,
  temporaryDirectory,
} from './embedded-testing.ts';
import type { LogEntry } from './index.ts';
import { isAlive } from './processes.ts';

async function fill(url: string): Promise<void> {
  await query(url, 'CREATE TABLE acknowledged (id int)');
  for (let id = 1; id <= 20; id += 1) await query(url, `INSERT INTO acknowledged VALUES (${id})`);
}

const count = async (url: string) =>
  (await query(url, 'SELECT count(*)::int AS rows FROM acknowledged'))[0]?.rows;

describe('the embedded database after a crash', { timeout: 90_000 }, () => {
  test('kill -9 of the server: the next one ends the orphan and has all rows', async () => {
    const directory = temporaryDirectory();
    const owner = await spawnOwner(directory);
    await fill(owner.url);
    await kill(owner.child);
    expect(isAlive(owner.postmaster)).toBe(true);
    const entries: LogEntry[] = [];
    const next = await start(directory, entries);
    expect(isAlive(owner.postmaster)).toBe(false);
    expect(entries).toContainEqual(expect.objectContaining({ level: 'warn', postmaster: owner.postmaster }));
    expect(await count(next.url)).toBe(20);
    await next.stop();
    expect(clusterProcesses(directory)).toEqual([]);
  });

  test('kill -9 of the postmaster: it is back at the same url within ten seconds', async () => {
    const entries: LogEntry[] = [];
    const database = await start(temporaryDirectory(), entries);
    const { url, pid } = database;
    let failed: Error | undefined;
    database.onUnrecoverable((error) => (failed = error));
    await fill(url);
    const comebacks = () => entries.filter(({ message }) => message.includes('is back'));
    for (let round = 1; round <= 2; round += 1) {
      process.kill(database.pid, 'SIGKILL');
      await eventually(async () => expect(await count(url)).toBe(20));
      // The next blow must not fall into this recovery, which would then count as one.
      await eventually(() => expect(comebacks()).toHaveLength(round));
    }
    expect(database.pid).not.toBe(pid);
    expect(database.url).toBe(url);
    expect(failed).toBeUndefined();
  });

  test('a backend that goes on computing does not keep the postmaster from coming back', async () => {
    const database = await start(temporaryDirectory());
    const { url, pid } = database;
    const endless = query(url, 'DO $$ BEGIN LOOP END LOOP; END $$').catch(() => 'cut');
    await eventually(async () =>
      expect(await query(url, "SELECT 1 FROM pg_stat_activity WHERE query LIKE 'DO %'")).toHaveLength(1),
    );
    process.kill(pid, 'SIGKILL');
    await eventually(() => query(url, 'SELECT 1'), 20_000);
    expect(await endless).toBe('cut');
  });

  test('kill -9 of a backend or of the owner session: the lock is taken again', async () => {
    const directory = temporaryDirectory();
    const { url, pid } = await start(directory);
    const holders = `SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted`;
    const [before] = await eventually(() => query(url, holders));
    process.kill(Number(before?.pid), 'SIGKILL');
    const after = await eventually(async () => {
      const rows = await query(url, holders);
      expect(rows).toHaveLength(1);
      return rows[0];
    });
    expect(after?.pid).not.toBe(before?.pid);
    expect(isAlive(pid)).toBe(true);
  });

  test('kill -9 of both, and a pid file that names a living stranger', async () => {
    const directory = temporaryDirectory();
    const owner = await spawnOwner(directory);
    await fill(owner.url);
    await kill(owner.child);
    process.kill(owner.postmaster, 'SIGKILL');
    await eventually(() => expect(clusterProcesses(directory)).toEqual([]));
    const pidFile = join(directory, 'postgres', 'postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    onTestFinished(() => kill(stranger));
    writeFileSync(pidFile, [String(stranger.pid), ...lines.slice(1)].join('\n'));
    const next = await start(directory);
    expect(await count(next.url)).toBe(20);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  test('an interrupted initdb is swept away', async () => {
    const directory = temporaryDirectory();
    mkdirSync(join(directory, 'postgres.init-old', 'base'), { recursive: true });
    const child = spawnFixture(directory);
    await eventually(() => {
      const begun = readdirSync(directory).find((name) => /^postgres\.init-(?!old)/.test(name));
      expect(existsSync(join(directory, String(begun), 'PG_VERSION'))).toBe(true);
    });
    await kill(child);
    const database = await start(directory);
    expect(await query(database.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});
