import { fit } from '../../fit-text.ts';
import { textAt } from '../text-at.ts';
import { verifyBasic } from '../verify-basic.ts';
import { verifyToken } from '../verify-token.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { mapBuild } from './map-build.ts';

/** The builds of Jenkins, as its Notification plugin sends them. */
export const jenkinsSource: WebhookSource = {
  id: 'jenkins',
  title: 'Jenkins',
  proof:
    'The secret is sent as it is, in `X-CodeMetrics-Token` or as the password of HTTP Basic authentication.',
  events: ['QUEUED', 'STARTED', 'COMPLETED', 'FINALIZED'],
  headers: [],
  verify: (secret, { headers }) => {
    const byToken = verifyToken(secret, headers['x-codemetrics-token']);
    return verifyBasic(secret, headers['authorization']) || byToken;
  },
  // Jenkins numbers no deliveries.
  head: (_delivery, payload) => ({
    event: fit(textAt(payload, 'build', 'phase')?.toUpperCase(), 100) ?? 'unknown',
    deliveryId: null,
  }),
  map: (event, payload) => {
    if (!jenkinsSource.events.includes(event)) return [];
    const rows = mapBuild(payload);
    return rows ? [rows] : [];
  },
};
