import { fit } from '../../fit-text.ts';
import { verifyToken } from '../verify-token.ts';
import type { WebhookRows, WebhookSource } from '../webhook-source.ts';
import { mapDeployment } from './map-deployment.ts';
import { mapIssue } from './map-issue.ts';
import { mapMergeRequest } from './map-merge-request.ts';
import { mapJob, mapPipeline } from './map-pipeline.ts';
import { mapPush } from './map-push.ts';

const MAPPERS = new Map<string, (payload: unknown) => WebhookRows[]>([
  ['Pipeline Hook', mapPipeline],
  ['Job Hook', mapJob],
  ['Deployment Hook', mapDeployment],
  ['Merge Request Hook', mapMergeRequest],
  ['Push Hook', mapPush],
  ['Issue Hook', mapIssue],
]);

/** GitLab’s webhooks. */
export const gitlabSource: WebhookSource = {
  id: 'gitlab',
  title: 'GitLab',
  proof: 'The secret token of the webhook is sent with each delivery (`X-Gitlab-Token`).',
  events: [...MAPPERS.keys()],
  headers: ['x-gitlab-event', 'idempotency-key', 'x-gitlab-webhook-uuid', 'x-gitlab-event-uuid'],
  verify: (secret, { headers }) => verifyToken(secret, headers['x-gitlab-token']),
  head: ({ headers }) => ({
    event: fit(headers['x-gitlab-event'], 100) ?? 'unknown',
    // The same for every try of a delivery; an event’s own id is shared by all that it sets off. Old versions have neither.
    deliveryId: fit(headers['idempotency-key'], 100),
  }),
  map: (event, payload) => MAPPERS.get(event)?.(payload) ?? [],
};
