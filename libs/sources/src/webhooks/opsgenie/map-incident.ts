import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { teamsOf } from './map-alert.ts';
import { IncidentEvent } from './schema.ts';
import type { Incident } from './schema.ts';

/** An incident in a state: when it was resolved, null while it is open. */
export const rowsOfIncident = (
  incident: Incident,
  resolvedAt: Date | null,
  ...services: readonly (string | null | undefined)[]
): WebhookRows => ({
  services: serviceNames(
    ...(incident.impactedServices ?? []),
    incident.ownerTeam,
    ...teamsOf(incident.responders),
    ...services,
  ),
  incidents: [
    {
      externalId: incident.id,
      source: 'opsgenie',
      severity: fit(incident.priority, 50),
      openedAt: incident.createdAt,
      resolvedAt,
      title: fit(incident.message, 500),
      updatedAt: incident.updatedAt ?? null,
      url: firstHttpUrl(incident.links?.web),
    },
  ],
});

/** When an incident of the REST API was resolved; null while it is open. */
export const resolutionOf = (incident: Incident): Date | null =>
  ['resolved', 'closed'].includes(incident.status?.toLowerCase() ?? '')
    ? (incident.impactEndDate ?? incident.updatedAt ?? incident.createdAt)
    : null;

/**
 * The incident of an event. null for `Close`, which only files a resolved incident away, where nothing says when it
 * was resolved.
 */
export const mapIncident = (payload: unknown): WebhookRows | null => {
  const { action, incident, integrationName } = readPayload(IncidentEvent, payload);
  const word = action.toLowerCase();
  const at = incident.impactEndDate ?? incident.updatedAt ?? incident.createdAt;
  if (word === 'close' && !incident.impactEndDate) return null;
  const over = word === 'resolve' || word === 'close' || word === 'delete';
  const resolvedAt = over ? at : word === 'reopen' ? null : resolutionOf(incident);
  return rowsOfIncident(incident, resolvedAt, integrationName);
};
