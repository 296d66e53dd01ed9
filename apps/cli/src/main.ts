#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { CodeMetricsError, createClient } from '@codemetrics/client';
import { runAuditExport, runAuditVerify } from './audit/run-audit.ts';
import type { BackupTools } from './backup/run-backup.ts';
import { CliError, UsageError } from './cli-error.ts';
import { readProcessConfig, readProcessInstallation } from './config.ts';
import { GitError } from './git/run-git.ts';
import { importGit } from './import-git/import-git.ts';
import { runKeysEnd, runKeysList, runKeysRotate } from './keys/run-keys.ts';
import type { Actions, ImportGitOptions } from './program.ts';
import { createProgram } from './program.ts';
import { stopSignals } from './stop-signals.ts';

const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const complain = (text: string): void => void process.stderr.write(`${text}\n`);
const warn = (text: string): void => complain(`Note: ${text}`);

/** What an interrupted command leaves behind. */
let left = 'The same command goes on from where it stopped.';

const { stop, abort } = stopSignals(() => complain('\nStopping; what is under way is waited for …'));

const runImport = async (path: string, options: ImportGitOptions): Promise<void> => {
  const { url, token, stateDirectory } = readProcessConfig(options);
  if (!options.dryRun) await token();
  const client = createClient({ url, token });
  await importGit(
    { ...options, path, url, stateDirectory },
    { client, output: process.stdout, warn, stop, abort },
  );
};

const io = { output: process.stdout, errors: process.stderr };
const clientOf = (given: { readonly url?: string }) => createClient(readProcessConfig(given));

const backupTools = (given: { readonly dataDir?: string }): BackupTools => {
  left = 'Nothing was changed.';
  return { ...io, config: readProcessInstallation(given), version, warn, signal: stop };
};

const ACTIONS: Actions = {
  importGit: runImport,
  auditVerify: (options) => runAuditVerify(options, readProcessConfig(options), io),
  auditExport: (options) => runAuditExport(readProcessConfig(options), process.stdout),
  // The database's code is not small, and no other command needs it.
  backup: async (file, options) =>
    (await import('./backup/run-backup.ts')).runBackup(file, options, backupTools(options)),
  restore: async (file, options) =>
    (await import('./backup/run-restore.ts')).runRestore(file, options, backupTools(options)),
  keysList: (options) => runKeysList(clientOf(options), options, process.stdout),
  keysRotate: (options) => runKeysRotate(clientOf(options), options, process.stdout),
  keysEnd: (kid, options) => runKeysEnd(clientOf(options), kid, options, process.stdout),
};

const explain = (error: unknown): void => {
  if (error instanceof UsageError)
    complain(`${error.message}\ncodemetrics --help tells what can be asked for.`);
  else if (error instanceof CodeMetricsError)
    complain(
      `${error.message}${error.requestId === null ? '' : ` (${error.code}, request ${error.requestId})`}`,
    );
  else if (error instanceof GitError || error instanceof CliError) complain(error.message);
  else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
};

const main = async (): Promise<number> => {
  // Whoever reads the output may go away; the state must be written all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  try {
    await createProgram(ACTIONS, version).parseAsync();
    return EXIT.done;
  } catch (error) {
    // Commander has said itself what is wrong.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (stop.aborted && (error === stop.reason || error === abort.reason)) {
      complain(`Interrupted. ${left}`);
      return EXIT.interrupted;
    }
    explain(error);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
};

process.exitCode = await main();
