import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fitLine } from '@codemetrics/sources';
import { askGit, GitError } from './run-git.ts';

/** A repository on disk that has a history. */
export interface LocalRepository {
  readonly path: string;
  /** `OWNER/NAME` of its origin, or the name of its directory. */
  readonly name: string;
  /** The branch that is read; null where HEAD is read and is on none. */
  readonly branch: string | null;
  /** The commit at the tip of what is read; it stays the same though the branch moves on. */
  readonly head: string;
  readonly commits: number;
  /** A shallow clone: its history is cut off. */
  readonly isShallow: boolean;
  /** Where a shallow clone is cut off: these commits look as if they had no parents and added every file. */
  readonly boundary: ReadonlySet<string>;
}

const orNothing = (asked: Promise<string>): Promise<string> =>
  asked.catch((error: unknown) => {
    if (error instanceof GitError) return '';
    throw error;
  });

/** `git@host:acme/shop.git` and `https://host/acme/shop` are both `acme/shop`; never with a credential. */
export const nameOfOrigin = (url: string): string | null => {
  const path = /^[a-z][a-z0-9+.-]*:\/\/[^/]*\/(.+)$/i.exec(url)?.[1] ?? /^[^/:]+:(.+)$/.exec(url)?.[1];
  const parts = (path ?? '')
    .replace(/(\.git)?\/*$/, '')
    .split('/')
    .filter(Boolean);
  return parts.length < 2 ? null : fitLine(parts.slice(-2).join('/'), 255);
};

const findGitDirectory = async (directory: string, signal?: AbortSignal): Promise<string> => {
  const found = await stat(directory).catch(() => null);
  if (!found?.isDirectory()) throw new GitError(`${directory} is not a directory.`);
  try {
    return await askGit(directory, ['rev-parse', '--absolute-git-dir'], signal);
  } catch (error) {
    if (error instanceof GitError && /not a git repository/i.test(error.message))
      throw new GitError(`${directory} is not a git repository.`);
    throw error;
  }
};

/** Looks at a repository, at a branch of it or at its HEAD; a `GitError` says in plain words why it can't be read. */
export const openRepository = async (
  path: string,
  {
    branch,
    signal,
  }: { readonly branch?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<LocalRepository> => {
  const directory = resolve(path);
  const gitDirectory = await findGitDirectory(directory, signal);
  const ask = (...args: string[]): Promise<string> => orNothing(askGit(directory, args, signal));
  const tip = (ref: string): Promise<string> => ask('rev-parse', '--verify', '--quiet', `${ref}^{commit}`);
  const head =
    branch === undefined
      ? await tip('HEAD')
      : (await tip(`refs/heads/${branch}`)) || (await tip(`refs/remotes/origin/${branch}`));
  if (head === '') {
    if ((await ask('rev-list', '-n1', '--all')) === '')
      throw new GitError(`${directory} has no commits yet.`);
    throw new GitError(
      branch === undefined
        ? `${directory} has no commits yet on the branch of its HEAD.`
        : `${directory} has no branch ${branch}, nor has its origin.`,
    );
  }
  const top = (await ask('rev-parse', '--show-toplevel')) || gitDirectory.replace(/\/\.git$/, '');
  const name = nameOfOrigin(await ask('config', '--get', 'remote.origin.url'));
  const shallowFile = resolve(directory, await ask('rev-parse', '--git-path', 'shallow'));
  const isShallow = (await ask('rev-parse', '--is-shallow-repository')) === 'true';
  const cut = isShallow ? await readFile(shallowFile, 'utf8') : '';
  return {
    path: directory,
    name: name ?? fitLine(basename(top).replace(/\.git$/, ''), 255) ?? 'repository',
    branch: fitLine(branch ?? (await ask('symbolic-ref', '--quiet', '--short', 'HEAD')), 255),
    head,
    commits: Number(await askGit(directory, ['rev-list', '--count', head, '--'], signal)),
    isShallow,
    boundary: new Set(cut.split('\n').filter(Boolean)),
  };
};
