import { Command } from 'commander';
import { UsageError } from '../cli-error.ts';

/** What the command line asks of `backup`. */
export interface BackupOptions {
  readonly dataDir?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** What the command line asks of `restore`. */
export interface RestoreCommandOptions {
  readonly dataDir?: string;
  readonly replace?: boolean;
  readonly keepTokens?: boolean;
  readonly yes?: boolean;
  readonly json?: boolean;
}

/** What the commands do. */
export interface BackupActions {
  readonly backup: (file: string, options: BackupOptions) => Promise<void>;
  readonly restore: (file: string, options: RestoreCommandOptions) => Promise<void>;
}

const ENVIRONMENT = `
These commands work on the installation itself, not through a server.
Environment:
  DATABASE_URL  its PostgreSQL; without it, the embedded one
  DATA_DIR      the directory of the embedded one (default: ./data)
`;

const KEYS = `
The signing keys (token-secret) are not in a backup, so that it lets nobody sign. Keep a copy of them elsewhere: without
them no token is good, and the secrets of webhooks can't be opened.
`;

const backupCommand = (actions: BackupActions): Command =>
  new Command('backup')
    .description('write everything that an installation holds to one file; servers go on working')
    .argument('<file>', 'where to; - is standard output')
    .option('--data-dir <path>', 'the data directory of the server, instead of DATABASE_URL and DATA_DIR')
    .option('--force', 'overwrite the file where there is one')
    .option('--json', 'tell what was written as JSON')
    .addHelpText('after', `${KEYS}${ENVIRONMENT}`)
    .exitOverride()
    .action(async (file: string, options: BackupOptions) => {
      if (file === '-' && options.json)
        throw new UsageError('--json writes to standard output, which the backup takes. Name a file.');
      await actions.backup(file, options);
    });

const restoreCommand = (actions: BackupActions): Command =>
  new Command('restore')
    .description(
      'put a backup into an empty database, or in the place of what is in one; servers must be stopped',
    )
    .argument('<file>', 'the backup')
    .option('--data-dir <path>', 'the data directory of the server, instead of DATABASE_URL and DATA_DIR')
    .option('--replace', 'replace the CodeMetrics that is in the database')
    .option(
      '--keep-tokens',
      'leave service tokens good where nothing is known of what came after the backup. Risk: one that was revoked since is good again',
    )
    .option('--yes', 'do not ask before replacing')
    .option('--json', 'tell what was done as JSON')
    .addHelpText(
      'after',
      `
All of it happens in one transaction: whatever goes wrong, nothing has changed. Every session ends. Service tokens are
revoked, but those that are still good in the database that is replaced. Who was disabled, deleted or demoted there since
the backup does not come back.
${KEYS}${ENVIRONMENT}`,
    )
    .exitOverride()
    .action(async (file: string, options: RestoreCommandOptions) => {
      if (file === '-')
        throw new UsageError('A restore reads its file twice, so it takes no standard input.');
      await actions.restore(file, options);
    });

/** `codemetrics backup` and `codemetrics restore`. */
export const backupCommands = (actions: BackupActions): Command[] => [
  backupCommand(actions),
  restoreCommand(actions),
];
