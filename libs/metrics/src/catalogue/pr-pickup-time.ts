import { defineChangePart } from './merged-changes.ts';

export const prPickupTime = defineChangePart({
  id: 'pr-pickup-time',
  title: 'Pull request pickup time',
  description: 'How long a pull request waits for its first review.',
  definition:
    'Ready for review (opened, where it never was a draft) → first review by a human other than the author, not counting reviews of the draft; median (interpolated) with p75, p90 and p95 over the merged pull requests, in the bucket of the merge. Without such a review, it is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  from: 't.ready_at',
  to: 't.first_review_at',
  missing: [['no-review', 't.first_review_at']],
  data: ['changes'],
});
