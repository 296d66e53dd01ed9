import { readFile, rename, writeFile } from 'node:fs/promises';
import type { ChainHead } from '@codemetrics/auth';
import { CliError } from '../cli-error.ts';

const isHead = (value: unknown): value is ChainHead =>
  typeof value === 'object' &&
  value !== null &&
  Number.isSafeInteger((value as ChainHead).sequence) &&
  /^[0-9a-f]{64}$/.test((value as ChainHead).hash);

/** The newest entry as it was noted the last time; undefined where nothing has been noted yet. */
export const readCheckpoint = async (path: string): Promise<ChainHead | undefined> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as { code?: string }).code === 'ENOENT') return undefined;
    throw new CliError(`The checkpoint ${path} can’t be read: ${(error as Error).message}`);
  });
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (isHead(value)) return { sequence: value.sequence, hash: value.hash };
  } catch {
    // Told below.
  }
  throw new CliError(`${path} is no checkpoint of an audit log.`);
};

/** Notes the newest entry, whole or not at all. */
export const writeCheckpoint = async (path: string, head: ChainHead): Promise<void> => {
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  await rename(temporary, path);
};
