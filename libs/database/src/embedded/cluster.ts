import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';

import { DATABASE_URL_ADVICE, EmbeddedDatabaseError, errorCode, errorMessage, lastLines } from './errors.ts';
import { giveTo } from './ownership.ts';
import { passwordFile } from './password.ts';
import { run } from './runner.ts';
import type { Runner } from './runner.ts';
import { USER } from './settings.ts';
import type { Log } from './types.ts';

const UNFINISHED = 'postgres.init-';

export const clusterPath = (directory: string): string => join(directory, 'postgres');

/** Whether there is a cluster of this major version; throws when what is there can't be used. */
export async function clusterExists(cluster: string, major: string): Promise<boolean> {
  const entries = await readdir(cluster).catch((error: unknown): string[] => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  if (entries.length === 0) return false;
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version === '' || !entries.includes('global')) {
    throw new EmbeddedDatabaseError(
      'corrupt-directory',
      `${cluster} is not empty, but is no complete PostgreSQL data directory. Restore it from a backup, ` +
        `or move it away to start with an empty database. ${DATABASE_URL_ADVICE}`,
    );
  }
  if (version === major) return true;
  throw new EmbeddedDatabaseError(
    'other-version',
    `${cluster} was made by PostgreSQL ${version}, but this CodeMetrics runs PostgreSQL ${major}. ` +
      `Start the CodeMetrics version that made it and dump the database with pg_dump, then move the directory ` +
      `away, start this version and restore the dump (or: pg_upgrade). ${DATABASE_URL_ADVICE}`,
  );
}

/** Runs initdb beside the final place and renames at the end, so that an interrupted one leaves no half cluster. */
export async function createCluster(runner: Runner, directory: string, durable: boolean): Promise<void> {
  const temporary = join(directory, `${UNFINISHED}${randomUUID().slice(0, 8)}`);
  await mkdir(temporary, { mode: 0o700 });
  if (process.getuid?.() === 0) await giveTo(temporary, runner.identity.uid ?? 0, runner.identity.gid);
  const args = ['-D', temporary, '-U', USER, '--auth=scram-sha-256', `--pwfile=${passwordFile(directory)}`];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const sync = durable ? [] : ['--no-sync'];
  const outcome = await run(runner, runner.binaries.initdb, [
    ...args,
    ...locale,
    '--no-instructions',
    ...sync,
  ]);
  if (!outcome.ok) {
    await rm(temporary, { recursive: true, force: true });
    throw new EmbeddedDatabaseError(
      'cannot-run',
      `The embedded database could not be created in ${directory}:\n${lastLines(outcome.output)}\n` +
        `Check the disk's free space and the directory's permissions. ${DATABASE_URL_ADVICE}`,
    );
  }
  const cluster = clusterPath(directory);
  await rmdir(cluster).catch(() => undefined);
  await rename(temporary, cluster);
  if (durable) await syncDirectory(directory);
}

/** Removes what interrupted starts left. An initdb without its server may still write there: then next time. */
export async function removeLeftovers(directory: string, log: Log): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.startsWith(UNFINISHED)) continue;
    log({ level: 'info', message: 'Removing an interrupted database initialisation.', name });
    await rm(join(directory, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 50 }).catch(
      (error: unknown) =>
        log({ level: 'warn', message: 'Could not remove it.', name, error: errorMessage(error) }),
    );
  }
}

async function syncDirectory(path: string): Promise<void> {
  await using handle = await open(path, 'r');
  await handle.sync();
}
