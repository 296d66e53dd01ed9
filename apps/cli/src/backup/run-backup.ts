import type { Writable } from 'node:stream';
import { loadBackup } from '@codemetrics/database';
import { UsageError } from '../cli-error.ts';
import type { InstallationConfig } from '../config.ts';
import type { Output } from '../progress.ts';
import { withCommas } from '../progress.ts';
import type { BackupOptions } from './backup-commands.ts';
import { explainFailure } from './explain-failure.ts';
import { openForBackup } from './open-installation.ts';
import { createSlowProgress, inMegabytes } from './slow-progress.ts';
import { writeWholeFile } from './write-whole-file.ts';

/** What the commands need of the process. */
export interface BackupTools {
  readonly config: InstallationConfig;
  readonly version: string;
  readonly output: NodeJS.WriteStream;
  readonly errors: Output;
  readonly warn: (text: string) => void;
  readonly signal: AbortSignal;
}

const KEYS = 'The signing keys are not in it. Keep a copy of token-secret (or TOKEN_SECRET) elsewhere';

/** `codemetrics backup`. */
export const runBackup = async (file: string, options: BackupOptions, tools: BackupTools): Promise<void> => {
  const { config, version, output, errors, warn, signal } = tools;
  const toStandardOutput = file === '-';
  if (toStandardOutput && output.isTTY)
    throw new UsageError('A backup is nothing to read: send it to a file or to another program.');
  const begun = performance.now();
  const progress = createSlowProgress(errors);
  try {
    const { dumpDatabase } = await loadBackup();
    const dumpTo = async (target: Writable) => {
      const installation = await openForBackup(config, warn);
      try {
        return await dumpDatabase({
          ...{ url: installation.url, productVersion: version, output: target, signal },
          onProgress: progress.show,
        });
      } finally {
        await installation.close();
      }
    };
    const summary = toStandardOutput
      ? await dumpTo(output)
      : await writeWholeFile(file, options.force === true, dumpTo);
    const seconds = (performance.now() - begun) / 1000;
    progress.clear();
    const text = `${toStandardOutput ? 'A backup' : file}: ${summary.tables} tables, ${withCommas(summary.rows)} rows, ${inMegabytes(summary.bytes)}, in ${seconds.toFixed(1)} s.\n`;
    if (options.json) output.write(`${JSON.stringify({ file, ...summary, seconds })}\n`);
    else (toStandardOutput ? errors : output).write(text);
    warn(
      summary.sealedSecrets === 0
        ? `${KEYS}.`
        : `${KEYS}: ${summary.sealedSecrets} webhook secrets can’t be opened without them.`,
    );
  } catch (error) {
    progress.clear();
    throw explainFailure('The backup', error);
  }
};
