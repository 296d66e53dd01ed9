// Helpers of the tests beside this file; no part of the product.
import { strictEqual } from 'node:assert';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { onTestFinished } from 'vitest';

import { startEmbedded } from './index.ts';
import type { EmbeddedDatabase, LogEntry } from './index.ts';
import { isAlive, processesOf, signal } from './processes.ts';

/** A directory of the current test, removed after it. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'codemetrics-embedded-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return directory;
}

/** Starts a database that doesn't outlive the test. */
export async function start(directory: string, entries: LogEntry[] = []): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({
    directory,
    log: (entry) => entries.push(entry),
    settings: { fsync: 'off' },
  });
  onTestFinished(() => database.stop());
  return database;
}

/** One statement on a connection of its own. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export interface Owner {
  child: ChildProcess;
  url: string;
  postmaster: number;
}

/** Starts embedded-fixture.ts, a process that owns the directory and may be killed. */
export function spawnFixture(directory: string): ChildProcess {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'embedded-fixture.ts'), directory], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    await kill(child);
    for (const pid of clusterProcesses(directory)) signal(pid, 'SIGKILL');
    await eventually(() => strictEqual(clusterProcesses(directory).length, 0));
  });
  return child;
}

/** A fixture whose database is ready. */
export async function spawnOwner(directory: string): Promise<Owner> {
  const child = spawnFixture(directory);
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const line = new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString()));
    child.once('exit', () => reject(new Error(errors)));
  });
  const { url, pid } = JSON.parse(await line) as { url: string; pid: number };
  return { child, url, postmaster: pid };
}

export async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** Repeats until it succeeds; rethrows the last failure when that takes too long. */
export async function eventually<T>(action: () => T | Promise<T>, milliseconds = 10_000): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}

/** The living processes of a data directory's cluster. */
export function clusterProcesses(directory: string): number[] {
  const cluster = join(directory, 'postgres');
  return existsSync(cluster) ? processesOf(cluster).filter(isAlive) : [];
}
