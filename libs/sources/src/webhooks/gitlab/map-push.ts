import { fit, fitParagraph } from '../../fit-text.ts';
import { actorOf, branchOf } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { projectOf } from './project.ts';
import { PushEvent } from './schema.ts';

const MAX_FILES = 5000;

/** The commits of a push to a branch; GitLab names at most twenty of them, and of files only the names. */
export const mapPush = (payload: unknown): WebhookRows[] => {
  const { ref, project, commits } = readPayload(PushEvent, payload);
  const branch = branchOf(ref);
  if (branch === null || !commits || commits.length === 0) return [];
  return [
    {
      ...projectOf(project),
      commits: commits.map((commit) => {
        const author = actorOf(commit.author?.name);
        const paths = [...(commit.added ?? []), ...(commit.removed ?? []), ...(commit.modified ?? [])]
          .map((path) => fit(path, 4096))
          .filter((path) => path !== null);
        return {
          sha: commit.id,
          repository: project.path_with_namespace,
          branch,
          author: author && { ...author, email: fit(commit.author?.email, 320) },
          committedAt: commit.timestamp,
          message: fitParagraph(commit.message, 20_000),
          files: [...new Set(paths)]
            .slice(0, MAX_FILES)
            .map((path) => ({ path, addedLines: null, deletedLines: null })),
        };
      }),
    },
  ];
};
