import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fitLine } from './fit-text.ts';
import { askGit, GitError } from './run-git.ts';

/** A repository on disk that has a history. */
export interface LocalRepository {
  readonly path: string;
  /** `OWNER/NAME` of its origin, or the name of its directory. */
  readonly name: string;
  /** The branch that HEAD is on; null where it is detached. */
  readonly branch: string | null;
  readonly commits: number;
  /** A shallow clone: its history is cut off. */
  readonly isShallow: boolean;
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

/** Looks at a repository; a `GitError` says in plain words why it can't be read. */
export const openRepository = async (path: string, signal?: AbortSignal): Promise<LocalRepository> => {
  const directory = resolve(path);
  const found = await stat(directory).catch(() => null);
  if (!found?.isDirectory()) throw new GitError(`${directory} is not a directory.`);
  const gitDirectory = await askGit(directory, ['rev-parse', '--absolute-git-dir'], signal).catch(
    (error: unknown) => {
      if (!(error instanceof GitError)) throw error;
      if (/not a git repository/i.test(error.message))
        throw new GitError(`${directory} is not a git repository.`);
      throw error;
    },
  );
  const ask = (...args: string[]): Promise<string> => orNothing(askGit(directory, args, signal));
  if ((await ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}')) === '')
    throw new GitError(
      `${directory} has no commits yet${(await ask('rev-list', '-n1', '--all')) ? ' on the branch of its HEAD' : ''}.`,
    );
  const top = (await ask('rev-parse', '--show-toplevel')) || gitDirectory.replace(/\/\.git$/, '');
  const name = nameOfOrigin(await ask('config', '--get', 'remote.origin.url'));
  return {
    path: directory,
    name: name ?? fitLine(basename(top).replace(/\.git$/, ''), 255) ?? 'repository',
    branch: fitLine(await ask('symbolic-ref', '--quiet', '--short', 'HEAD'), 255),
    commits: Number(await askGit(directory, ['rev-list', '--count', 'HEAD'], signal)),
    isShallow: (await ask('rev-parse', '--is-shallow-repository')) === 'true',
  };
};
