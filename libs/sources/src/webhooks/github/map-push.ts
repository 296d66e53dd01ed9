import type { CommitInput } from '@codemetrics/contracts';
import type { z } from 'zod';
import { fit, fitParagraph } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { kindOf, rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { PushEvent } from './schema.ts';

const BRANCH = 'refs/heads/';
const MAX_FILES = 5000;

type PushedCommit = NonNullable<z.output<typeof PushEvent>['commits']>[number];

/**
 * The commits of a push to a branch; null for a tag, a deleted branch, and a push without new commits. One that is on
 * another branch already (`distinct` is false) keeps that one, so that merging the default branch into another takes no
 * commit from it. The default branch itself takes them all.
 */
export const mapPush = (payload: unknown): GithubRows | null => {
  const { ref, deleted, repository, commits } = readPayload(PushEvent, payload);
  if (!ref.startsWith(BRANCH) || deleted || !commits || commits.length === 0) return null;
  const branch = fit(ref.slice(BRANCH.length), 255);
  return rowsOf(repository, {
    // No parents: a push lists its commits without them, and leaving them out keeps those of a fuller source.
    commits: commits.map((commit) => ({
      sha: commit.id,
      repository: repository.full_name,
      branch: commit.distinct === false && branch !== repository.default_branch ? null : branch,
      author: authorOf(commit.author),
      committedAt: commit.timestamp,
      message: fitParagraph(commit.message, 20_000),
      ...filesOf(commit),
    })),
  });
};

const authorOf = (author: PushedCommit['author']): CommitInput['author'] => {
  const name = fit(author?.username, 200) ?? fit(author?.name, 200);
  if (!name) return null;
  const kind = kindOf(fit(author?.name, 200) ?? '') === 'bot' ? 'bot' : kindOf(name);
  return { name, email: fit(author?.email, 320), kind };
};

/** A push names the files only; how many lines changed stays unknown. */
const filesOf = ({ added, removed, modified }: PushedCommit): Pick<CommitInput, 'files'> => {
  if (!added && !removed && !modified) return {};
  const paths = new Set<string>();
  for (const path of [...(added ?? []), ...(removed ?? []), ...(modified ?? [])]) {
    const fitting = fit(path, 4096);
    if (fitting && paths.size < MAX_FILES) paths.add(fitting);
  }
  return { files: [...paths].map((path) => ({ path, addedLines: null, deletedLines: null })) };
};
