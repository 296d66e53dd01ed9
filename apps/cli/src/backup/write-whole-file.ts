import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { CliError } from '../cli-error.ts';

const exists = (path: string): CliError => new CliError(`${path} exists already. --force overwrites it.`);

const requireFree = async (path: string, force: boolean): Promise<void> => {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found && !found.isFile()) throw new CliError(`${path} is not a file.`);
  if (found && !force) throw exists(path);
};

/** Puts the draft in its place; without force, never over what came there meanwhile. */
const place = async (draft: string, path: string, force: boolean): Promise<void> => {
  if (!force)
    try {
      await link(draft, path);
      return await rm(draft);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(path);
      // A file system without hard links.
      await requireFree(path, force);
    }
  await rename(draft, path);
};

/** Not every system can do it. */
const syncDirectory = async (path: string): Promise<void> => {
  const directory = await open(path, 'r').catch(() => undefined);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
};

/**
 * Writes a file that its owner alone can read. Under its own name it is there only when it is whole and on the disk;
 * one that is there already stays, unless `force` says otherwise.
 */
export const writeWholeFile = async <T>(
  path: string,
  force: boolean,
  write: (output: Writable) => Promise<T>,
): Promise<T> => {
  await requireFree(path, force);
  const draft = `${path}.part-${process.pid}`;
  await rm(draft, { force: true });
  const handle = await open(draft, 'wx', 0o600);
  try {
    const written = await write(handle.createWriteStream({ flush: true }));
    await place(draft, path, force);
    await syncDirectory(dirname(path));
    return written;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
};
