import type { CommitRow, DeploymentRow, HistoryTarget } from '@codemetrics/sources';
import { logArguments, parseLog, parseTags, TAG_ARGUMENTS } from '@codemetrics/sources';
import type { LocalRepository } from './open-repository.ts';
import { askGit, GitError, streamGit } from './run-git.ts';

/** What `readCommits` needs to know of a repository. */
export type ReadableRepository = Pick<LocalRepository, 'path' | 'head' | 'boundary'>;

/** Left out, not empty: what a whole clone told of such a commit before must stay. */
const withoutCut = (row: CommitRow): CommitRow => {
  const { parents: _parents, files: _files, ...rest } = row;
  return rest;
};

/** The history up to the repository's `head`, or what came to it since `after`, oldest first, as it is read from disk. */
export async function* readCommits(
  repository: ReadableRepository,
  target: HistoryTarget,
  { after, signal }: { readonly after?: string | undefined; readonly signal?: AbortSignal | undefined } = {},
): AsyncGenerator<CommitRow, void, undefined> {
  const { path, head, boundary } = repository;
  const log = streamGit(path, logArguments({ head, after }), signal);
  if (boundary.size === 0) yield* parseLog(log, target);
  else for await (const row of parseLog(log, target)) yield boundary.has(row.sha) ? withoutCut(row) : row;
}

/** How many commits `readCommits` will give since `after`. */
export const countCommits = async (
  { path, head }: ReadableRepository,
  after: string,
  signal?: AbortSignal,
): Promise<number> => Number(await askGit(path, ['rev-list', '--count', head, `^${after}`, '--'], signal));

/** Whether a commit is part of the repository's history; false also where there is no such commit. */
export const isInHistory = async (
  { path, head }: ReadableRepository,
  sha: string,
  signal?: AbortSignal,
): Promise<boolean> => {
  try {
    await askGit(path, ['merge-base', '--is-ancestor', sha, head], signal);
    return true;
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
};

/** The tags as production deployments, oldest first. */
export const readTags = async (
  directory: string,
  target: HistoryTarget,
  signal?: AbortSignal,
): Promise<DeploymentRow[]> => parseTags(await askGit(directory, TAG_ARGUMENTS, signal), target);
