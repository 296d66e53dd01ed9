import type { CommitInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit, fitParagraph } from '../../fit-text.ts';
import { branchOf, shaOrNull } from '../fields.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { personOf, repositoryName } from './place.ts';
import { resourceOf } from './resource-of.ts';
import type { Envelope } from './schema.ts';
import { PullRequest, Push } from './schema-git.ts';
import type { Repository } from './schema-git.ts';

const MAX_LABELS = 100;
const MAX_LINKS = 200;

const ownerOf = ({ project, name, defaultBranch }: Repository) => {
  const repository = repositoryName(project.name, name) ?? 'unknown';
  const branch = branchOf(defaultBranch);
  return { repository, ...(branch === null ? {} : { defaultBranch: branch }) };
};

/** The commits of a push, oldest first or not; null for a push without any. A push tells no files and no parents. */
export const mapPush = (envelope: Envelope): WebhookRows | null => {
  const { repository, date, refUpdates, commits } = resourceOf(Push, envelope);
  const owner = ownerOf(repository);
  // Which commit went to which of several branches isn't told.
  const branch = refUpdates?.length === 1 ? branchOf(refUpdates[0]?.name) : null;
  const rows = (commits ?? []).flatMap(({ commitId, author, committer, comment }) => {
    const committedAt = committer?.date ?? author?.date ?? date ?? envelope.createdDate;
    if (!committedAt) return [];
    const message = fitParagraph(comment, 20_000);
    const row: Omit<CommitInput, 'workload'> = {
      sha: commitId,
      repository: owner.repository,
      branch,
      author: authorOf(author),
      authoredAt: author?.date ?? null,
      committedAt,
      message,
    };
    return [row];
  });
  return rows.length === 0 ? null : { ...owner, commits: rows };
};

const authorOf = (
  author: { name?: string | null; email?: string | null } | null | undefined,
): CommitInput['author'] => {
  const actor = personOf({ displayName: author?.name ?? author?.email });
  return actor && { ...actor, email: fit(author?.email, 320) };
};

/** A pull request as it stands. The “merged” event only tells of a trial merge; the status says whether it is merged. */
export const mapPullRequest = (envelope: Envelope): WebhookRows => {
  const pull = resourceOf(PullRequest, envelope);
  const owner = ownerOf(pull.repository);
  const status = pull.status?.toLowerCase();
  const closedAt =
    status === 'completed' || status === 'abandoned' ? (pull.closedDate ?? envelope.createdDate) : null;
  const isMerged = status === 'completed';
  const labels = (pull.labels ?? []).map(({ name }) => fit(name, 200)).filter((name) => name !== null);
  const links = (pull.workItemRefs ?? []).map(({ id }) => fit(String(id), 200)).filter((id) => id !== null);
  const page = pull.repository.remoteUrl && `${pull.repository.remoteUrl}/pullrequest/${pull.pullRequestId}`;
  const change = {
    externalId: `${owner.repository}#${pull.pullRequestId}`,
    source: 'azure-devops',
    repository: owner.repository,
    number: pull.pullRequestId,
    title: fit(pull.title, 1000),
    author: personOf(pull.createdBy),
    branch: branchOf(pull.sourceRefName),
    targetBranch: branchOf(pull.targetRefName),
    openedAt: pull.creationDate,
    mergedAt: isMerged ? closedAt : null,
    closedAt,
    headCommit: shaOrNull(pull.lastMergeSourceCommit?.commitId),
    // Before the merge this is only the trial merge.
    mergeCommit: isMerged ? shaOrNull(pull.lastMergeCommit?.commitId) : null,
    ...(pull.workItemRefs ? { linkedIssues: [...new Set(links)].slice(0, MAX_LINKS) } : {}),
    ...(pull.labels ? { labels: [...new Set(labels)].slice(0, MAX_LABELS) } : {}),
    updatedAt: envelope.createdDate,
    url: firstHttpUrl(pull._links?.web?.href, page),
  };
  return { ...owner, changes: [change] };
};
