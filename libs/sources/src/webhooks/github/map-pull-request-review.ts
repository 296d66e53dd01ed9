import type { ReviewInput } from '@codemetrics/contracts';
import { lookUp } from '../fields.ts';
import { readPayload } from '../read-payload.ts';
import { changeOf } from './map-pull-request.ts';
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
  const state = lookUp(STATES, review.state);
  if (!state || !review.submitted_at) return null;
  const submittedAt = review.submitted_at;
  return rowsOf(repository, {
    changes: [
      {
        ...changeOf(repository.full_name, pull),
        ...(state === 'approved' ? { approvedAt: submittedAt } : {}),
        // One that is dismissed keeps the id and the time of its submission.
        reviews: [{ externalId: review.id, reviewer: actorOf(review.user), state, submittedAt }],
      },
    ],
  });
};
