import { fit } from '../../fit-text.ts';
import type { WebhookRows, WebhookSource } from '../webhook-source.ts';
import { mapDeployment } from './map-deployment.ts';
import { mapIssue } from './map-issue.ts';
import { mapJob } from './map-job.ts';
import { mapMergeRequest } from './map-merge-request.ts';
import { mapPipeline } from './map-pipeline.ts';
import { mapPush } from './map-push.ts';
import { verifyDelivery } from './verify-delivery.ts';

const MAPPERS = new Map<string, (payload: unknown) => WebhookRows[]>([
  ['Pipeline Hook', mapPipeline],
  ['Job Hook', mapJob],
  ['Deployment Hook', mapDeployment],
  ['Merge Request Hook', mapMergeRequest],
  ['Push Hook', mapPush],
  ['Issue Hook', mapIssue],
  ['Confidential Issue Hook', mapIssue],
]);

/** GitLab’s webhooks. */
export const gitlabSource: WebhookSource = {
  id: 'gitlab',
  title: 'GitLab',
  proof:
    'The secret token of the webhook is sent with each delivery (`X-Gitlab-Token`), or its signing token (`whsec_…`) signs it (`webhook-signature`).',
  events: [...MAPPERS.keys()],
  headers: [
    'x-gitlab-event',
    'idempotency-key',
    'webhook-id',
    'x-gitlab-webhook-uuid',
    'x-gitlab-event-uuid',
  ],
  verify: verifyDelivery,
  head: ({ headers }) => ({
    event: fit(headers['x-gitlab-event'], 100) ?? 'unknown',
    // The same for every try of a delivery. `X-Gitlab-Webhook-UUID` is new for each try in some versions and that of the
    // webhook in others; `X-Gitlab-Event-UUID` is shared by all that one event sets off. Before 17.4 the body must do.
    deliveryId: fit(headers['idempotency-key'], 100) ?? fit(headers['webhook-id'], 100),
  }),
  map: (event, payload) => MAPPERS.get(event)?.(payload) ?? [],
};
