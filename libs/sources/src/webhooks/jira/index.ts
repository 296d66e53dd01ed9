import { fit } from '../../fit-text.ts';
import { textAt } from '../text-at.ts';
import { verifyHmac } from '../verify-token.ts';
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
  verify: (secret, { headers, body }) =>
    verifyHmac(secret, body, /^sha256=([0-9a-f]+)$/i.exec(headers['x-hub-signature']?.trim() ?? '')?.[1]),
  head: ({ headers }, payload) => ({
    event: fit(textAt(payload, 'webhookEvent'), 100) ?? 'unknown',
    deliveryId: fit(headers['x-atlassian-webhook-identifier'], 100),
  }),
  map: (event, payload) => MAPPERS.get(event)?.(payload) ?? [],
};
