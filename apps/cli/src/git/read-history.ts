import type { CommitRow, HistoryTarget } from './commit-rows.ts';
import { LOG_ARGUMENTS, parseLog } from './parse-log.ts';
import type { DeploymentRow } from './parse-tags.ts';
import { parseTags, TAG_ARGUMENTS } from './parse-tags.ts';
import { askGit, streamGit } from './run-git.ts';

/** The whole history of HEAD, oldest first, as it is read from disk. */
export const readCommits = (
  directory: string,
  target: HistoryTarget,
  signal?: AbortSignal,
): AsyncGenerator<CommitRow, void, undefined> =>
  parseLog(streamGit(directory, LOG_ARGUMENTS, signal), target);

/** The tags as production deployments, oldest first. */
export const readTags = async (
  directory: string,
  target: HistoryTarget,
  signal?: AbortSignal,
): Promise<DeploymentRow[]> => parseTags(await askGit(directory, TAG_ARGUMENTS, signal), target);
