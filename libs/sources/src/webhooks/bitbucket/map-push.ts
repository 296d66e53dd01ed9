import type { CommitInput } from '@codemetrics/contracts';
import { fit, fitParagraph } from '../../fit-text.ts';
import { actorOf } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { repositoryOf } from './repository.ts';
import type { BitbucketCommit } from './schema.ts';
import { PushEvent } from './schema.ts';

const MAX_PARENTS = 64;

/** The commits of a push to branches, with their parents; Bitbucket names at most five of each, and no files. */
export const mapPush = (_event: string, payload: unknown): WebhookRows[] => {
  const { repository, push } = readPayload(PushEvent, payload);
  const commits = push.changes
    .filter((change) => change.new?.type === 'branch')
    .flatMap(({ commits: pushed, new: branch }) =>
      (pushed ?? []).map((commit) => rowOf(repository.full_name, fit(branch?.name, 255), commit)),
    );
  return commits.length === 0 ? [] : [{ ...repositoryOf(repository), commits }];
};

const rowOf = (
  repository: string,
  branch: string | null,
  commit: BitbucketCommit,
): Omit<CommitInput, 'workload'> => ({
  sha: commit.hash,
  repository,
  branch,
  author: authorOf(commit),
  committedAt: commit.date,
  message: fitParagraph(commit.message, 20_000),
  ...(commit.parents ? { parents: commit.parents.slice(0, MAX_PARENTS).map((parent) => parent.hash) } : {}),
});

/** `raw` is git’s author, `NAME <ADDRESS>`. */
const authorOf = ({ author }: BitbucketCommit): CommitInput['author'] => {
  const raw = fit(author?.raw, 1000) ?? '';
  const start = raw.lastIndexOf('<');
  const [name, email] =
    raw.endsWith('>') && start >= 0 ? [raw.slice(0, start), raw.slice(start + 1, -1)] : [raw, null];
  const actor =
    actorOf(name, author?.user?.type === 'app_user') ??
    actorOf(author?.user?.nickname ?? author?.user?.display_name, author?.user?.type === 'app_user');
  return actor && { ...actor, email: fit(email, 320) };
};
