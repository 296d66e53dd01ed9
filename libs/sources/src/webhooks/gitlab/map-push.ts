import type { CommitInput } from '@codemetrics/contracts';
import type { z } from 'zod';
import { fit, fitParagraph } from '../../fit-text.ts';
import { actorOf, branchOf } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { projectOf } from './project.ts';
import { PushEvent } from './schema.ts';

const MAX_FILES = 5000;

type PushedCommit = NonNullable<z.output<typeof PushEvent>['commits']>[number];

/** The commits of a push to a branch; GitLab names at most twenty of them, and of files only the names. */
export const mapPush = (payload: unknown): WebhookRows[] => {
  const { ref, project, commits } = readPayload(PushEvent, payload);
  const branch = branchOf(ref);
  if (branch === null || !commits || commits.length === 0) return [];
  return [
    {
      ...projectOf(project),
      // No parents: a push lists its commits without them, and leaving them out keeps those of a fuller source.
      commits: commits.map((commit) => ({
        sha: commit.id,
        repository: project.path_with_namespace,
        branch,
        author: authorOf(commit),
        committedAt: commit.timestamp,
        message: fitParagraph(commit.message, 20_000),
        ...filesOf(commit),
      })),
    },
  ];
};

const authorOf = ({ author }: PushedCommit): CommitInput['author'] => {
  const actor = actorOf(author?.name);
  // `[REDACTED]` stands for an address that isn’t public.
  const email = author?.email?.includes('@') ? fit(author.email, 320) : null;
  return actor && { ...actor, email };
};

const filesOf = ({ added, removed, modified }: PushedCommit): Pick<CommitInput, 'files'> => {
  if (!added && !removed && !modified) return {};
  const paths = [...(added ?? []), ...(removed ?? []), ...(modified ?? [])]
    .map((path) => fit(path, 4096))
    .filter((path) => path !== null);
  const distinct = [...new Set(paths)].slice(0, MAX_FILES);
  return { files: distinct.map((path) => ({ path, addedLines: null, deletedLines: null })) };
};
