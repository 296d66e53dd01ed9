import { fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import type { Alert } from './schema.ts';
import { AlertEvent } from './schema.ts';

type Responder = NonNullable<Alert['responders']>[number];

/** The teams among those who respond; people are no service. */
export const teamsOf = (responders: readonly Responder[] | null | undefined): (string | null | undefined)[] =>
  (responders ?? [])
    .filter(({ type }) => type?.toLowerCase() === 'team')
    .flatMap(({ id, name }) => [name, id]);

/** Actions after which an alert is over. One that is deleted is never closed any more. */
const ENDS = new Set(['close', 'delete']);

/** An alert as an incident; what an action doesn’t tell stays as it was told before. */
export const mapAlert = (payload: unknown): WebhookRows => {
  const { action, alert, integrationName } = readPayload(AlertEvent, payload);
  const over = ENDS.has(action.toLowerCase());
  return {
    services: serviceNames(
      ...(alert.teams ?? []),
      ...teamsOf(alert.responders),
      alert.entity,
      integrationName,
    ),
    incidents: [
      {
        externalId: alert.alertId,
        source: 'opsgenie',
        severity: fit(alert.priority, 50),
        openedAt: alert.createdAt,
        // Some actions tell no time of their own; then the alert keeps the one that it was made at.
        resolvedAt: over ? (alert.updatedAt ?? alert.createdAt) : null,
        title: fit(alert.message, 500),
        updatedAt: alert.updatedAt ?? null,
      },
    ],
  };
};
