import { fit } from '../../fit-text.ts';
import { textAt } from '../text-at.ts';
import { verifyToken } from '../verify-token.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { mapAlert } from './map-alert.ts';
import { mapIncident } from './map-incident.ts';

const ALERT = [
  'Create',
  'Acknowledge',
  'UnAcknowledge',
  'UpdatePriority',
  'UpdateMessage',
  'Close',
  'Delete',
];
const INCIDENT = ['Create', 'Resolve', 'Close', 'Reopen', 'Delete'];

const isAbout = (payload: unknown, thing: string): boolean =>
  typeof payload === 'object' && payload !== null && Object.hasOwn(payload, thing);

/** The actions of Opsgenie’s outgoing webhooks, on alerts and on incidents. */
export const opsgenieSource: WebhookSource = {
  id: 'opsgenie',
  title: 'Opsgenie',
  proof: 'The secret is sent as it is, in the custom header `X-CodeMetrics-Token`.',
  events: [...ALERT.map((action) => `alert ${action}`), ...INCIDENT.map((action) => `incident ${action}`)],
  headers: [],
  verify: (secret, { headers }) => verifyToken(secret, headers['x-codemetrics-token']),
  // Opsgenie numbers no deliveries.
  head: (_, payload) => {
    const action = fit(textAt(payload, 'action'), 80);
    const thing = isAbout(payload, 'incident') ? 'incident' : 'alert';
    return { event: action ? `${thing} ${action}` : 'unknown', deliveryId: null };
  },
  map: (event, payload) => {
    if (!opsgenieSource.events.includes(event)) return [];
    const rows = event.startsWith('incident ') ? mapIncident(payload) : mapAlert(payload);
    return rows ? [rows] : [];
  },
};
