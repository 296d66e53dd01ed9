import type { WebhookSource } from '../webhook-source.ts';
import { mapDeploymentStatus } from './map-deployment-status.ts';
import { mapPullRequest } from './map-pull-request.ts';
import { mapPush } from './map-push.ts';
import { mapWorkflowRun } from './map-workflow-run.ts';
import type { GithubRows } from './rows.ts';
import { verifySignature } from './verify-signature.ts';

export type { GithubRows } from './rows.ts';

const MAPPERS = new Map<string, (payload: unknown) => GithubRows | null>([
  ['workflow_run', mapWorkflowRun],
  ['deployment_status', mapDeploymentStatus],
  ['pull_request', mapPullRequest],
  ['push', mapPush],
]);

/** GitHub's webhooks, signed with `X-Hub-Signature-256`. */
export const githubSource: WebhookSource = {
  id: 'github',
  events: [...MAPPERS.keys()],
  verify: verifySignature,
  map: (event, payload) => MAPPERS.get(event)?.(payload) ?? null,
};
