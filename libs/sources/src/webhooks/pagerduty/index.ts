import { fit } from '../../fit-text.ts';
import { textAt } from '../text-at.ts';
import { verifyVersioned } from '../verify-versioned.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { mapIncident } from './map-incident.ts';

/** The incident events of PagerDuty’s webhooks, version 3. */
export const pagerdutySource: WebhookSource = {
  id: 'pagerduty',
  title: 'PagerDuty',
  proof: 'The secret of the webhook subscription signs each delivery (`X-PagerDuty-Signature`).',
  events: [
    'incident.triggered',
    'incident.acknowledged',
    'incident.unacknowledged',
    'incident.delegated',
    'incident.escalated',
    'incident.reassigned',
    'incident.priority_updated',
    'incident.service_updated',
    'incident.reopened',
    'incident.resolved',
  ],
  headers: [],
  verify: (secret, { headers, body }) => verifyVersioned(secret, body, headers['x-pagerduty-signature']),
  head: (_, payload) => ({
    event: fit(textAt(payload, 'event', 'event_type'), 100) ?? 'unknown',
    deliveryId: fit(textAt(payload, 'event', 'id'), 100),
  }),
  map: (event, payload) => {
    if (!pagerdutySource.events.includes(event)) return [];
    const rows = mapIncident(payload);
    return rows ? [rows] : [];
  },
};
