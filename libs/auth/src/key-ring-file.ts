import { randomUUID } from 'node:crypto';
import { link, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { createKeyRingText, parseKeyRing } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';

const HEADER =
  '# CodeMetrics keys, one a line: SECRET or NAME=SECRET. All of them verify and open; the database knows which signs.\n' +
  '# Keep a copy apart from your backups. To rotate: codemetrics keys rotate.\n';

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === code;
}

/** The text of the file, or null if there is none. The mode is read from the open file, not from its path. */
async function readPrivateFile(path: string): Promise<string | null> {
  const file = await open(path, 'r').catch((error: unknown) => {
    if (isErrno(error, 'ENOENT')) return null;
    throw error;
  });
  if (!file) return null;
  try {
    const stats = await file.stat();
    if (!stats.isFile()) throw new Error(`The key file ${path} is not a regular file.`);
    const { mode } = stats;
    // Windows has no such bits and reports every file as readable by all.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      const shown = (mode & 0o777).toString(8).padStart(4, '0');
      throw new Error(
        `The key file ${path} is open to other users of this machine (mode ${shown}). Run: chmod 600 ${path}`,
      );
    }
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

async function writeNewFile(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A directory entry survives a power cut only once its directory is flushed; not every system can do that. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r').catch(() => null);
  await directory?.sync().catch(() => undefined);
  await directory?.close();
}

/** Puts a complete file into the place of another, so that a reader sees the one or the other. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
  try {
    await writeNewFile(temporary, text);
    await rename(temporary, path);
  } finally {
    await unlink(temporary).catch(() => undefined);
  }
  await syncDirectory(dirname(path));
}

/**
 * Adds an entry at the end of the key ring at `path`; what stands in it stays. The caller sees to it that nobody else
 * does so at the same time.
 * @throws whatever the file system reports, where the file or its directory can't be written
 */
export async function appendToKeyRingFile(path: string, entry: string): Promise<void> {
  const text = await readPrivateFile(path);
  if (text === null) throw new Error(`The key file ${path} is gone.`);
  await replaceFile(path, `${text}${text.endsWith('\n') || text === '' ? '' : '\n'}${entry}\n`);
}

/**
 * Reads the key ring at `path`, or first creates it (mode 0600) with one random key. Two processes that start
 * together end up with the same file: a complete temporary file is linked into place and never overwrites.
 * The directory must exist.
 * @throws Error if group or others may touch the file, and whatever the file system reports
 * @throws RangeError if the file is no key ring; the message names the path and shows none of the text
 */
export async function loadOrCreateKeyRingFile(path: string): Promise<KeyRing> {
  let text = await readPrivateFile(path);
  if (text === null) {
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    try {
      await writeNewFile(temporary, `${HEADER}${createKeyRingText()}\n`);
      await link(temporary, path).catch((error: unknown) => {
        if (!isErrno(error, 'EEXIST')) throw error;
      });
    } finally {
      await unlink(temporary).catch(() => undefined);
    }
    await syncDirectory(dirname(path));
    text = await readPrivateFile(path);
  }
  if (text === null) throw new Error(`The key file ${path} vanished while it was being created.`);
  try {
    return parseKeyRing(text);
  } catch (error) {
    throw error instanceof RangeError ? new RangeError(`${path}: ${error.message}`) : error;
  }
}
