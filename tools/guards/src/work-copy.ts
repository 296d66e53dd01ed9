import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A copy of the tree in which sources may be changed. */
export interface WorkCopy {
  readonly directory: string;
  remove(): void;
}

const link = (target: string, path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
};

/** Installed packages are linked; those of the workspace itself are linked to the copy, so that it sees its own sources. */
const linkPackages = (root: string, directory: string, folder: string): void => {
  const from = join(root, folder, 'node_modules');
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    // The caches of tools would be written into.
    if (name === '@codemetrics' || name === '.vite' || name === '.cache') continue;
    link(join(from, name), join(directory, folder, 'node_modules', name));
  }
};

/** Copies the files that git knows of, and those that are new. */
export const createWorkCopy = (root: string): WorkCopy => {
  const directory = mkdtempSync(join(tmpdir(), 'codemetrics-guards-'));
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));
  for (const file of files) {
    mkdirSync(dirname(join(directory, file)), { recursive: true });
    cpSync(join(root, file), join(directory, file));
  }
  const projects = ['apps', 'libs', 'tools'].flatMap((group) =>
    readdirSync(join(directory, group), { withFileTypes: true })
      .filter(
        (entry) => entry.isDirectory() && existsSync(join(directory, group, entry.name, 'package.json')),
      )
      .map((entry) => join(group, entry.name)),
  );
  for (const folder of ['', ...projects]) linkPackages(root, directory, folder);
  for (const folder of projects) {
    const name = folder.split('/')[1]!;
    link(join(directory, folder), join(directory, 'node_modules', '@codemetrics', name));
  }
  const built = join(root, 'apps/web/dist');
  if (existsSync(built)) link(built, join(directory, 'apps/web/dist'));
  return { directory, remove: () => rmSync(directory, { recursive: true, force: true }) };
};
