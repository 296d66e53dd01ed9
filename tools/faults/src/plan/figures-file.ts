import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Result } from './run-part.ts';

/** Where figures, and the logs of parts that failed, are kept. */
export const FIGURES_DIRECTORY = fileURLToPath(new URL('../../../../.nx/cache/faults/', import.meta.url));

/** Writes the figures with where they were taken, and gives the file’s path. */
export const writeFigures = async (
  results: readonly Result[],
  run: { readonly isQuick: boolean; readonly postgres: string },
): Promise<string> => {
  const at = new Date().toISOString();
  const environment = {
    ...{ node: process.version, postgres: run.postgres, system: `${process.platform} ${process.arch}` },
    ...{ processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism() },
    memoryMb: Math.round(totalmem() / 2 ** 20),
  };
  const parts = results.map(({ part, report, seconds }) => ({
    ...{ part: part.name, promise: part.promise, verdict: report.verdict },
    ...{
      seconds: Math.round(seconds),
      figures: report.figures,
      checks: report.checks,
      skipped: report.skipped,
    },
  }));
  await mkdir(FIGURES_DIRECTORY, { recursive: true });
  const path = join(FIGURES_DIRECTORY, `${at.replaceAll(/[:.]/g, '-')}.json`);
  await writeFile(path, `${JSON.stringify({ at, isQuick: run.isQuick, environment, parts }, null, 2)}\n`);
  return path;
};
