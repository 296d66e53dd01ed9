import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PostgresRunner } from '@codemetrics/database';
import { findBinaries, runPostgres, selectPostgresRunner } from '@codemetrics/database';

/** PostgreSQL's programs, and how they may be run below a directory. */
export interface Programs {
  readonly runner: PostgresRunner;
  readonly initdb: string;
  readonly postgres: string;
  readonly version: string;
}

/** The programs that come with CodeMetrics, or those of a folder such as `/usr/lib/postgresql/17/bin`. */
export const findPrograms = async (directory: string, folder?: string): Promise<Programs> => {
  const own = findBinaries();
  const binaries =
    folder === undefined
      ? own
      : { ...own, initdb: join(folder, 'initdb'), postgres: join(folder, 'postgres') };
  if (!existsSync(binaries.postgres)) throw new Error(`there is no ${binaries.postgres}`);
  const runner = await selectPostgresRunner(binaries, directory, () => undefined);
  const { initdb, postgres } = folder === undefined ? runner.binaries : binaries;
  const { output } = await runPostgres(runner, postgres, ['-V']);
  return { runner, initdb, postgres, version: output.trim() };
};

/** Runs one of the programs, or one of the system's, as the user that owns the databases. */
export const runProgram = async (programs: Programs, program: string, args: string[]): Promise<void> => {
  const { ok, output } = await runPostgres(programs.runner, program, args);
  if (!ok) throw new Error(`${program} failed:\n${output.slice(-2000)}`);
};
