import { defineChangePart } from './merged-changes.ts';

export const prCycleTime = defineChangePart({
  id: 'pr-cycle-time',
  title: 'Pull request cycle time',
  description: 'How long a change takes from its first commit until users have it.',
  definition:
    'First commit (where it is not known, or later: opened) → deployed (where it is not, or was before the merge: merged); median (interpolated) with p75, p90 and p95 over the merged pull requests, in the bucket of the merge. It is deployed at the finish of the first successful production deployment that brought its merged or squashed commit or, of a true merge, the tip that was merged; where neither is known, the last of its commits. One that was merged before it was opened is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  from: 'least(t.first_commit_at, t.opened_at)',
  to: 'greatest(t.merged_at, t.deployed_at)',
  missing: [],
  data: ['changes', 'commits', 'deployments'],
});
