import { fit } from '../../fit-text.ts';
import { verifyHubSignature } from '../verify-hub-signature.ts';
import type { WebhookRows, WebhookSource } from '../webhook-source.ts';
import { mapCommitStatus } from './map-commit-status.ts';
import { mapIssue } from './map-issue.ts';
import { mapPullRequest } from './map-pull-request.ts';
import { mapPush } from './map-push.ts';

const MAPPERS = new Map<string, (event: string, payload: unknown) => WebhookRows[]>([
  ['repo:push', mapPush],
  ['repo:commit_status_created', mapCommitStatus],
  ['repo:commit_status_updated', mapCommitStatus],
  ['pullrequest:created', mapPullRequest],
  ['pullrequest:updated', mapPullRequest],
  ['pullrequest:approved', mapPullRequest],
  ['pullrequest:unapproved', mapPullRequest],
  ['pullrequest:changes_request_created', mapPullRequest],
  ['pullrequest:changes_request_removed', mapPullRequest],
  ['pullrequest:fulfilled', mapPullRequest],
  ['pullrequest:rejected', mapPullRequest],
  ['issue:created', mapIssue],
  ['issue:updated', mapIssue],
]);

/** Bitbucket Cloud’s webhooks. */
export const bitbucketSource: WebhookSource = {
  id: 'bitbucket',
  title: 'Bitbucket',
  proof: 'The secret of the webhook signs each delivery (`X-Hub-Signature`, `sha256=`).',
  events: [...MAPPERS.keys()],
  headers: ['x-event-key', 'x-request-uuid'],
  verify: (secret, { headers, body }) => verifyHubSignature(secret, body, headers['x-hub-signature']),
  head: ({ headers }) => ({
    event: fit(headers['x-event-key'], 100) ?? 'unknown',
    // The same when a delivery is tried again.
    deliveryId: fit(headers['x-request-uuid'], 100),
  }),
  map: (event, payload) => MAPPERS.get(event)?.(event, payload) ?? [],
};
