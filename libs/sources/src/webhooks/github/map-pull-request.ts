import type { ChangeInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { linkedIssues } from '../linked-issues.ts';
import { readPayload } from '../read-payload.ts';
import { actorOf, rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import type { GithubPullRequest } from './schema.ts';
import { PullRequestEvent } from './schema.ts';

const MAX_LABELS = 100;

/** A pull request as it stands after any event about it. */
export const mapPullRequest = (payload: unknown): GithubRows => {
  const { action, repository, pull_request: pull } = readPayload(PullRequestEvent, payload);
  return rowsOf(repository, { changes: [changeOf(repository.full_name, pull, action)] });
};

/** What an event tells of its pull request; those about a review tell all but its size. */
export const changeOf = (
  repository: string,
  pull: GithubPullRequest,
  action?: string | null,
): Omit<ChangeInput, 'workload'> => {
  const labels = (pull.labels ?? []).map((label) => fit(label.name, 200)).filter((name) => name !== null);
  return {
    externalId: `${repository}#${pull.number}`,
    source: 'github',
    repository,
    number: pull.number,
    title: fit(pull.title, 1000),
    author: actorOf(pull.user),
    branch: fit(pull.head.ref, 255),
    targetBranch: fit(pull.base.ref, 255),
    openedAt: pull.created_at,
    ...readyAt(action, pull),
    mergedAt: pull.merged_at ?? null,
    closedAt: pull.closed_at ?? null,
    addedLines: pull.additions ?? undefined,
    deletedLines: pull.deletions ?? undefined,
    changedFiles: pull.changed_files ?? undefined,
    headCommit: pull.head.sha,
    // Before the merge this is only GitHub's trial merge.
    mergeCommit: pull.merged_at ? (pull.merge_commit_sha ?? null) : null,
    linkedIssues: linkedIssues(pull.body, repository),
    labels: [...new Set(labels)].slice(0, MAX_LABELS),
    url: firstHttpUrl(pull.html_url),
    updatedAt: pull.updated_at,
  };
};

/** Only the event itself tells when a pull request became ready; any later one leaves out what was stored then. */
const readyAt = (action: string | null | undefined, pull: GithubPullRequest): { readyAt?: Date | null } => {
  if (pull.draft) return { readyAt: null };
  return action === 'ready_for_review' ? { readyAt: pull.updated_at } : {};
};
