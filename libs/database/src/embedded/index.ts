import { chmod, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { findBinaries } from './binaries.ts';
import { clusterExists, clusterPath, createCluster, removeLeftovers } from './cluster.ts';
import { DATABASE_URL_ADVICE, EmbeddedDatabaseError, errorMessage } from './errors.ts';
import { endOrphan } from './orphan.ts';
import { acquireOwnerLock } from './owner-lock.ts';
import { ensurePassword, readPassword } from './password.ts';
import { selectRunner } from './select-runner.ts';
import { Supervisor } from './supervisor.ts';
import type { EmbeddedDatabase, EmbeddedOptions } from './types.ts';

export { EmbeddedDatabaseError } from './errors.ts';
export type { EmbeddedDatabaseErrorCode } from './errors.ts';
export type { EmbeddedDatabase, EmbeddedOptions, Log, LogEntry } from './types.ts';

/** Starts the PostgreSQL kept in the data directory and keeps it running until `stop` is called. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const begin = Date.now();
  const directory = resolve(options.directory);
  const binaries = findBinaries();
  await makeDirectory(directory);
  const lock = await acquireOwnerLock(join(directory, 'server.lock'), directory).catch(unusable(directory));
  try {
    const supervisor = await start(options, directory, binaries, () => lock.release());
    const { pid } = supervisor;
    const { log } = options;
    log({
      level: 'info',
      message: 'The embedded database is ready.',
      postmaster: pid,
      milliseconds: Date.now() - begin,
    });
    return supervisor;
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function start(
  { log, settings }: EmbeddedOptions,
  directory: string,
  binaries: ReturnType<typeof findBinaries>,
  release: () => void,
): Promise<Supervisor> {
  const cluster = clusterPath(directory);
  await endOrphan(directory, cluster, await readPassword(directory), log);
  const runner = await selectRunner(binaries, directory, log);
  await removeLeftovers(directory, log);
  const exists = await clusterExists(cluster, binaries.major);
  const password = await ensurePassword(directory, runner, exists ? cluster : undefined);
  if (!exists) {
    log({ level: 'info', message: 'Creating the embedded database.', directory });
    await createCluster(runner, directory, settings?.fsync !== 'off');
  }
  const supervisor = new Supervisor({ runner, directory, cluster, password, settings, log }, release);
  try {
    await supervisor.start();
    return supervisor;
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

async function makeDirectory(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true, mode: 0o700 }).catch(unusable(directory));
  // Someone else's directory can be used without this; PostgreSQL insists on the mode of its own folder only.
  await chmod(directory, 0o700).catch(() => undefined);
}

function unusable(directory: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof EmbeddedDatabaseError) throw error;
    throw new EmbeddedDatabaseError(
      'directory-unusable',
      `The data directory ${directory} cannot be used: ${errorMessage(error)}. Give this user write access to it, ` +
        `or name another directory with DATA_DIR. ${DATABASE_URL_ADVICE}`,
      { cause: error },
    );
  };
}
