import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';

import { connectGuard, takeGuard } from './guard.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { isPostmasterOf, isSignalable, processesOf, signal, waitForEnd } from './processes.ts';
import { databaseUrl } from './settings.ts';
import type { Log } from './types.ts';

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Pid and port of the postmaster that last served the cluster, as it wrote them itself. */
function readPidFile(cluster: string): { pid: number; port: number } | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]?.trim() || Number.NaN), port: Number(lines[3]?.trim() || Number.NaN) };
  } catch {
    return undefined;
  }
}

/**
 * Removes a postmaster.pid that would stop PostgreSQL from starting though nobody serves the cluster: an empty
 * one, or one whose pid is in use again. Others stay: PostgreSQL reads from them which memory to look for.
 */
export function clearStalePidFile(cluster: string): void {
  const found = readPidFile(cluster);
  if (!found) return;
  const reused =
    Number.isInteger(found.pid) && isSignalable(found.pid) && !isPostmasterOf(found.pid, cluster);
  if (!Number.isInteger(found.pid) || reused) rmSync(pidFile(cluster), { force: true });
}

/** Ends the postmaster which a killed server left running; throws `directory-in-use` when its server lives. */
export async function endOrphan(
  directory: string,
  cluster: string,
  password: string | undefined,
  log: Log,
): Promise<void> {
  const found = readPidFile(cluster);
  if (!found || !isPostmasterOf(found.pid, cluster)) return;
  const { pid, port } = found;
  if (password && Number.isInteger(port)) await refuseWhenOwned(directory, databaseUrl(password, port));
  log({ level: 'warn', message: 'Stopping the database of a server that was killed.', postmaster: pid });
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    signal(pid, name);
    if (await waitForEnd(pid, 5_000)) return;
  }
  throw new EmbeddedDatabaseError(
    'directory-in-use',
    `The process ${pid} still serves ${cluster} and could not be stopped. Stop it by hand, then start again.`,
  );
}

/** Ends what is left of a postmaster that was killed: a backend busy computing doesn't notice by itself. */
export function endLeftoverBackends(cluster: string, log: Log): void {
  const pids = processesOf(cluster);
  if (pids.length === 0) return;
  log({ level: 'warn', message: 'Stopping backends of a database that was killed.', pids });
  for (const pid of pids) signal(pid, 'SIGQUIT');
}

/** The owner file may have been deleted by hand; the lock in the database still tells that the owner lives. */
async function refuseWhenOwned(directory: string, url: string): Promise<void> {
  let client: pg.Client;
  try {
    client = await connectGuard(url);
  } catch {
    return;
  }
  try {
    await takeGuard(client, directory);
  } catch (error) {
    if (error instanceof EmbeddedDatabaseError) throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}
