import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';

import { DATABASE_URL_ADVICE, EmbeddedDatabaseError, errorCode, errorMessage } from './errors.ts';
import { connectGuard, createDatabase } from './guard.ts';
import { openLogFile, readLogSince } from './log-file.ts';
import { Postmaster } from './postmaster.ts';
import { launch } from './runner.ts';
import type { Runner } from './runner.ts';
import { databaseUrl, settingArguments } from './settings.ts';
import { StartFailure } from './start-failure.ts';
import type { Log } from './types.ts';

/** What every run of the postmaster has in common. */
export interface ServerContext {
  runner: Runner;
  directory: string;
  cluster: string;
  password: string;
  settings: Record<string, string> | undefined;
  log: Log;
}

/** Starts PostgreSQL in a process group of its own, so that Ctrl-C reaches the server first, and only it. */
export async function startPostmaster(
  context: ServerContext,
  port: number,
  onSpawned: (postmaster: Postmaster) => void,
): Promise<pg.Client> {
  const { runner, cluster, directory, settings } = context;
  const logPath = join(directory, 'postgres.log');
  const { descriptor, offset } = openLogFile(logPath);
  let child: ChildProcess;
  try {
    const args = ['-D', cluster, ...settingArguments(port, settings)];
    const stdio = ['ignore', descriptor, descriptor] as ['ignore', number, number];
    child = launch(runner, runner.binaries.postgres, args, { detached: true, stdio });
  } finally {
    closeSync(descriptor);
  }
  if (child.pid === undefined) {
    const [error] = (await once(child, 'error')) as [Error];
    throw new EmbeddedDatabaseError(
      'cannot-run',
      `The embedded PostgreSQL could not be started: ${error.message}. ${DATABASE_URL_ADVICE}`,
    );
  }
  const postmaster = new Postmaster(child, child.pid);
  child.unref();
  onSpawned(postmaster);
  const failure = (): Error =>
    new StartFailure(readLogSince(logPath, offset), postmaster.ended ?? '', directory);
  return waitUntilReady(context, postmaster, port, failure);
}

async function waitUntilReady(
  { password, directory, cluster, log }: ServerContext,
  postmaster: Postmaster,
  port: number,
  failure: () => Error,
): Promise<pg.Client> {
  let nextNote = Date.now() + 10_000;
  for (;;) {
    if (postmaster.ended !== undefined) throw failure();
    try {
      return await connectGuard(databaseUrl(password, port));
    } catch (error) {
      const code = errorCode(error);
      if (code === '3D000') await createDatabase(password, port);
      else if (code === '28P01' || code === '28000') {
        await postmaster.end();
        throw new EmbeddedDatabaseError(
          'corrupt-directory',
          `The database in ${cluster} does not accept the password in ${join(directory, 'postgres-password')}. ` +
            `Restore that file from a backup, or delete it: then a new password is set. ${DATABASE_URL_ADVICE}`,
        );
      }
      // Recovery after a crash may take minutes; as long as PostgreSQL lives it is waited for.
      if (Date.now() > nextNote) {
        log({
          level: 'info',
          message: 'Waiting for the database to get ready.',
          reason: errorMessage(error),
        });
        nextNote = Date.now() + 10_000;
      }
    }
    await Promise.race([sleep(15), postmaster.exited]);
  }
}
