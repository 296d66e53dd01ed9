import { defineChangePart } from './merged-changes.ts';

export const prDeployTime = defineChangePart({
  id: 'pr-deploy-time',
  title: 'Pull request deploy time',
  description: 'How long a merged change waits until users have it.',
  definition:
    'Merged → deployed; median (interpolated) with p75, p90 and p95 over the merged pull requests, in the bucket of the merge. It is deployed at the finish of the first successful production deployment that brought its merged or squashed commit or, of a true merge, the tip that was merged; where neither is known, the last of its commits. One that is not deployed, or was before its merge, is left out and counted in `excluded`. Pull requests of bots are left out; `actors` brings them in.',
  from: 't.merged_at',
  to: 't.deployed_at',
  missing: [['not-deployed', 't.deployed_at']],
  data: ['changes', 'commits', 'deployments'],
});
