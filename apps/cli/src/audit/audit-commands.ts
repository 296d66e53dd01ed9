import { Command } from 'commander';
import { UsageError } from '../cli-error.ts';

/** What the command line asks of `audit verify`. */
export interface AuditVerifyOptions {
  readonly url?: string;
  readonly file?: string;
  readonly checkpoint?: string;
  readonly json?: boolean;
}

/** What the command line asks of `audit export`. */
export interface AuditExportOptions {
  readonly url?: string;
}

/** What the commands do. */
export interface AuditActions {
  readonly auditVerify: (options: AuditVerifyOptions) => Promise<void>;
  readonly auditExport: (options: AuditExportOptions) => Promise<void>;
}

/** `codemetrics audit …`. */
export const auditCommands = (actions: AuditActions): Command => {
  const audit = new Command('audit').description('read and verify the audit log').exitOverride();
  audit
    .command('verify')
    .description('check that no entry of the audit log was altered, removed or put elsewhere')
    .option('--url <url>', 'the server (default: http://127.0.0.1:3000)')
    .option('--file <path>', 'an export made before, instead of a server')
    .option(
      '--checkpoint <path>',
      'a file that remembers the newest entry: the next time, a log that was written anew as a whole shows too',
    )
    .option('--json', 'tell what was found as JSON')
    .addHelpText('after', '\nTakes a token with audit:read. Exit code 1 where the chain is broken.\n')
    .exitOverride()
    .action(async (options: AuditVerifyOptions) => {
      if (options.file !== undefined && options.url !== undefined)
        throw new UsageError('--file and --url exclude each other.');
      await actions.auditVerify(options);
    });
  audit
    .command('export')
    .description('write every entry to standard output, one a line as JSON, newest first')
    .option('--url <url>', 'the server (default: http://127.0.0.1:3000)')
    .addHelpText('after', '\nTakes a token with audit:read.\n')
    .exitOverride()
    .action((options: AuditExportOptions) => actions.auditExport(options));
  return audit;
};
