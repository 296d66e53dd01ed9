import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import type { CheckedBackup } from '@codemetrics/database';
import { loadBackup } from '@codemetrics/database';
import { UsageError } from '../cli-error.ts';
import { withCommas } from '../progress.ts';
import type { RestoreCommandOptions } from './backup-commands.ts';
import { confirmReplacing } from './confirm-replacing.ts';
import { describeRestore, restoreNotes } from './describe-restore.ts';
import { explainFailure } from './explain-failure.ts';
import { openForRestore } from './open-installation.ts';
import type { BackupTools } from './run-backup.ts';
import { createSlowProgress } from './slow-progress.ts';

const tell = ({ header, trailer }: CheckedBackup): string => {
  const rows = Object.values(trailer.rows).reduce((total, count) => total + count, 0);
  return `The backup was taken at ${header.takenAt} of CodeMetrics ${header.productVersion} and holds ${withCommas(rows)} rows.`;
};

const restoreFrom = async (file: FileHandle, options: RestoreCommandOptions, tools: BackupTools) => {
  const { config, output, errors, warn, signal } = tools;
  const { checkBackup, restoreDatabase } = await loadBackup();
  const progress = createSlowProgress(errors);
  try {
    const backup = await checkBackup(file, progress.show, signal);
    if (options.replace && !options.yes) {
      progress.clear();
      await confirmReplacing(tell(backup), signal);
    }
    const begun = performance.now();
    const installation = await openForRestore(config, warn);
    const summary = await restoreDatabase({
      ...{ url: installation.url, file, backup, signal, onProgress: progress.show },
      ...{ replace: options.replace === true, keepTokens: options.keepTokens === true },
    }).finally(() => installation.close());
    const seconds = (performance.now() - begun) / 1000;
    progress.clear();
    output.write(
      options.json
        ? `${JSON.stringify({ ...summary, seconds })}\n`
        : `${describeRestore(summary, seconds).join('\n')}\n`,
    );
    for (const note of restoreNotes(summary)) warn(note);
  } finally {
    progress.clear();
  }
};

/** `codemetrics restore`. */
export const runRestore = async (
  path: string,
  options: RestoreCommandOptions,
  tools: BackupTools,
): Promise<void> => {
  if (options.replace && !options.yes && !process.stdin.isTTY)
    throw new UsageError('There is nobody to ask whether to replace the database. Say --yes.');
  try {
    const file = await open(path);
    try {
      await restoreFrom(file, options, tools);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw explainFailure('The restore', error);
  }
};
