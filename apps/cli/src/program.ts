import { Command } from 'commander';
import { RepositoryName, WorkloadId } from '@codemetrics/contracts';
import type { AuditActions } from './audit/audit-commands.ts';
import { auditCommands } from './audit/audit-commands.ts';
import type { BackupActions } from './backup/backup-commands.ts';
import { backupCommands } from './backup/backup-commands.ts';
import { UsageError } from './cli-error.ts';
import type { KeysActions } from './keys/keys-commands.ts';
import { keysCommands } from './keys/keys-commands.ts';

/** What the command line asks of `import git`. */
export interface ImportGitOptions {
  readonly workload?: string;
  readonly repository?: string;
  readonly branch?: string;
  readonly url?: string;
  readonly stateDir?: string;
  readonly sinceLast?: boolean;
  readonly all?: boolean;
  readonly dryRun?: boolean;
}

/** What the commands do. */
export interface Actions extends AuditActions, BackupActions, KeysActions {
  readonly importGit: (path: string, options: ImportGitOptions) => Promise<void>;
}

const ENVIRONMENT = `
Environment:
  CODEMETRICS_URL         the server, where --url is not given
  CODEMETRICS_TOKEN       a service token with data:write and data:read
  CODEMETRICS_TOKEN_FILE  a file that holds one

Exit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted (the same command goes on).
`;

/** Takes what a schema of the contracts takes, and says so by the option's name. */
const takes =
  (name: string, schema: typeof WorkloadId | typeof RepositoryName) =>
  (value: string): string => {
    const read = schema.safeParse(value);
    if (!read.success)
      throw new UsageError(`--${name} ${read.error.issues[0]?.message}, not “${value.slice(0, 200)}”.`);
    return read.data;
  };

/** The command line: names, options and help. It throws instead of ending the process. */
export const createProgram = (actions: Actions, version: string): Command => {
  const program = new Command('codemetrics')
    .description('Sends what happened in your repositories to a CodeMetrics server, and looks after one.')
    .version(version)
    .exitOverride();
  const importing = program.command('import').description('import a history').exitOverride();
  importing
    .command('git')
    .description('send the commits of a git repository on disk; a later run sends only what is new')
    .argument('<path>', 'the repository, whole or bare')
    .option('--workload <id>', 'the workload it goes to (default: the one that lists the repository)')
    .option('--repository <owner/name>', 'its name (default: that of its origin, or of its directory)')
    .option('--branch <name>', 'the branch to read (default: what HEAD is on)')
    .option('--url <url>', 'the server (default: http://127.0.0.1:3000)')
    .option('--since-last', 'only what came since the last import (the default)')
    .option('--all', 'the whole history again, whatever was sent before')
    .option('--dry-run', 'read and count, and send nothing')
    .option('--state-dir <path>', 'where it remembers how far it came (default: the user’s state directory)')
    .addHelpText('after', ENVIRONMENT)
    .exitOverride()
    .action(async (path: string, options: ImportGitOptions) => {
      if (options.all && options.sinceLast)
        throw new UsageError('--all and --since-last exclude each other.');
      for (const [name, schema] of [
        ['workload', WorkloadId],
        ['repository', RepositoryName],
      ] as const)
        if (options[name] !== undefined) takes(name, schema)(options[name]);
      await actions.importGit(path, options);
    });
  program.addCommand(auditCommands(actions));
  program.addCommand(keysCommands(actions));
  for (const command of backupCommands(actions)) program.addCommand(command);
  return program;
};
