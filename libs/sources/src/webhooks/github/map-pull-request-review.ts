import type { ReviewInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { actorOf, rowsOf } from './rows.ts';
import type { GithubRows } from './rows.ts';
import { PullRequestReviewEvent } from './schema.ts';

const STATES: Readonly<Record<string, ReviewInput['state']>> = {
  approved: 'approved',
  changes_requested: 'changes-requested',
  commented: 'commented',
  dismissed: 'dismissed',
};

/** A review, with what its event tells of the pull request; null for one that was not submitted yet. */
export const mapPullRequestReview = (payload: unknown): GithubRows | null => {
  const { repository, review, pull_request: pull } = readPayload(PullRequestReviewEvent, payload);
  const word = review.state.toLowerCase();
  const state = Object.hasOwn(STATES, word) ? STATES[word] : undefined;
  if (!state || !review.submitted_at) return null;
  const name = repository.full_name;
  return rowsOf(repository, {
    changes: [
      {
        externalId: `${name}#${pull.number}`,
        source: 'github',
        repository: name,
        number: pull.number,
        title: fit(pull.title, 1000),
        author: actorOf(pull.user),
        branch: fit(pull.head.ref, 255),
        targetBranch: fit(pull.base.ref, 255),
        openedAt: pull.created_at,
        approvedAt: state === 'approved' ? review.submitted_at : undefined,
        mergedAt: pull.merged_at ?? null,
        closedAt: pull.closed_at ?? null,
        reviews: [
          {
            externalId: review.id,
            reviewer: actorOf(review.user),
            state,
            submittedAt: review.submitted_at,
          },
        ],
        headCommit: pull.head.sha,
        url: firstHttpUrl(pull.html_url),
        updatedAt: pull.updated_at,
      },
    ],
  });
};
