import { fit } from '../../fit-text.ts';
import { textAt } from '../text-at.ts';
import { verifyHubSignature } from '../verify-hub-signature.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { mapDeletedIssue, mapIssue } from './map-issue.ts';

const MAPPERS = new Map([
  ['jira:issue_created', mapIssue],
  ['jira:issue_updated', mapIssue],
  ['jira:issue_deleted', mapDeletedIssue],
]);

/** The issue events of Jira Cloud and Jira Data Center. */
export const jiraSource: WebhookSource = {
  id: 'jira',
  title: 'Jira',
  proof: 'The secret of the webhook signs each delivery (`X-Hub-Signature`, with SHA-256).',
  events: [...MAPPERS.keys()],
  headers: ['x-atlassian-webhook-identifier'],
  verify: (secret, { headers, body }) => verifyHubSignature(secret, body, headers['x-hub-signature']),
  head: ({ headers }, payload) => ({
    event: fit(textAt(payload, 'webhookEvent'), 100) ?? 'unknown',
    deliveryId: fit(headers['x-atlassian-webhook-identifier'], 100),
  }),
  map: (event, payload) => MAPPERS.get(event)?.(payload) ?? [],
};
