import { defineChangePart } from './merged-changes.ts';

export const prReviewTime = defineChangePart({
  id: 'pr-review-time',
  title: 'Pull request review time',
  description: 'How long a pull request takes from its first review to the merge.',
  definition:
    'First review by a human other than the author, not counting reviews of the draft → merged; median (interpolated) with p75, p90 and p95 over the merged pull requests, in the bucket of the merge. Without such a review before the merge, it is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  from: 't.first_review_at',
  to: 't.merged_at',
  missing: [['no-review', 't.first_review_at']],
  data: ['changes'],
});
