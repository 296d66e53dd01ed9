import { pipeline } from 'node:stream/promises';
import type { ChainHead } from '@codemetrics/auth';
import { createClient } from '@codemetrics/client';
import { CliError } from '../cli-error.ts';
import type { Config } from '../config.ts';
import type { Output } from '../progress.ts';
import { createProgress, withCommas } from '../progress.ts';
import type { AuditVerifyOptions } from './audit-commands.ts';
import { readCheckpoint, writeCheckpoint } from './checkpoint-file.ts';
import { auditLines, exportLines } from './read-entries.ts';
import type { AuditReport } from './verify-audit.ts';
import { verifyAudit } from './verify-audit.ts';

/** The chain is broken; the message says where. */
export class BrokenChainError extends CliError {}

const tell = ({ entries, faults, head }: AuditReport): string =>
  faults.length > 0
    ? [
        `The audit log is not what was written (${withCommas(entries)} entries looked at):`,
        ...faults.map(({ detail }) => `  ${detail}`),
      ].join('\n')
    : head === null
      ? 'The audit log is empty.'
      : `${withCommas(entries)} entries, unbroken. Newest: ${head.sequence} ${head.hash}`;

/** `codemetrics audit verify`. */
export const runAuditVerify = async (
  options: AuditVerifyOptions,
  config: Config,
  io: { readonly output: Output; readonly errors: Output },
): Promise<void> => {
  const heads: ChainHead[] = [];
  const checkpoint = options.checkpoint === undefined ? undefined : await readCheckpoint(options.checkpoint);
  if (checkpoint) heads.push(checkpoint);
  let lines;
  if (options.file === undefined) {
    // Asked before the entries are: what is added meanwhile only comes after it.
    heads.push((await createClient(config).audit.list({ limit: 1 })).head);
    lines = await auditLines(config);
  } else lines = exportLines(options.file);
  const progress = createProgress(io.errors);
  const report = await verifyAudit(lines, heads, (entries) =>
    progress.show(`${withCommas(entries)} entries …`),
  );
  if (options.json)
    io.output.write(`${JSON.stringify({ unbroken: report.faults.length === 0, ...report })}\n`);
  if (report.faults.length > 0) throw new BrokenChainError(tell(report));
  if (!options.json) io.output.write(`${tell(report)}\n`);
  if (options.checkpoint !== undefined && report.head !== null)
    await writeCheckpoint(options.checkpoint, report.head);
};

/** `codemetrics audit export`. */
export const runAuditExport = async (config: Config, output: NodeJS.WritableStream): Promise<void> =>
  pipeline(await auditLines(config), output, { end: false });
