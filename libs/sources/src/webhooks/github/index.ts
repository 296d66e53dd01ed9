import { fit } from '../../fit-text.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { mapCheckRun } from './map-check-run.ts';
import { mapDeploymentStatus } from './map-deployment-status.ts';
import { mapDeployment } from './map-deployment.ts';
import { mapIssue } from './map-issue.ts';
import { mapPullRequestReview } from './map-pull-request-review.ts';
import { mapPullRequest } from './map-pull-request.ts';
import { mapPush } from './map-push.ts';
import { mapRelease } from './map-release.ts';
import { mapWorkflowJob } from './map-workflow-job.ts';
import { mapWorkflowRun } from './map-workflow-run.ts';
import type { GithubRows } from './rows.ts';
import { verifyHubSignature } from '../verify-hub-signature.ts';

export type { GithubRows } from './rows.ts';

const MAPPERS = new Map<string, (payload: unknown) => GithubRows | null>([
  ['workflow_run', mapWorkflowRun],
  ['workflow_job', mapWorkflowJob],
  ['check_run', mapCheckRun],
  ['deployment', mapDeployment],
  ['deployment_status', mapDeploymentStatus],
  ['pull_request', mapPullRequest],
  ['pull_request_review', mapPullRequestReview],
  ['push', mapPush],
  ['issues', mapIssue],
  ['release', mapRelease],
]);

/** GitHub's webhooks, signed with `X-Hub-Signature-256`. */
export const githubSource: WebhookSource = {
  id: 'github',
  title: 'GitHub',
  proof: 'The secret of the webhook signs each delivery (`X-Hub-Signature-256`).',
  events: [...MAPPERS.keys()],
  headers: ['x-github-event', 'x-github-delivery'],
  verify: (secret, { headers, body }) => verifyHubSignature(secret, body, headers['x-hub-signature-256']),
  head: ({ headers }) => ({
    event: fit(headers['x-github-event'], 100) ?? 'unknown',
    // The same when a delivery is sent again.
    deliveryId: fit(headers['x-github-delivery'], 100),
  }),
  map: (event, payload) => {
    const rows = MAPPERS.get(event)?.(payload);
    return rows ? [rows] : [];
  },
};
