import type { IncidentInput } from '@codemetrics/contracts';
import { firstHttpUrl, fit } from '../../fit-text.ts';
import { readPayload } from '../read-payload.ts';
import { serviceNames } from '../service-names.ts';
import type { WebhookRows } from '../webhook-source.ts';
import { EventHead, IncidentEvent } from './schema.ts';
import type { Incident } from './schema.ts';

/** When an incident was resolved by its own fields; null while it is open, undefined where they don’t tell. */
export const resolutionOf = (incident: Incident): Date | null | undefined =>
  incident.status?.toLowerCase() === 'resolved'
    ? (incident.resolved_at ?? incident.last_status_change_at ?? undefined)
    : null;

/** An incident as it stood at a time. */
export const rowsOfIncident = (
  incident: Incident,
  resolvedAt: Date | null,
  updatedAt: Date | null,
): WebhookRows => {
  const row: Omit<IncidentInput, 'workload'> = {
    externalId: incident.id,
    source: 'pagerduty',
    severity: fit(incident.priority?.summary ?? incident.priority?.name, 50) ?? fit(incident.urgency, 50),
    openedAt: incident.created_at,
    resolvedAt,
    title: fit(incident.title, 500) ?? fit(incident.summary, 500),
    updatedAt,
    url: firstHttpUrl(incident.html_url),
  };
  return { services: serviceNames(incident.service?.id, incident.service?.summary), incidents: [row] };
};

/**
 * The incident of any event about one; null for events about its notes, responders or workflows. Its status counts,
 * not the event: a reopened one is open again. null too for a resolved one that was only edited, where no field says
 * when it was resolved: to guess would move its end.
 */
export const mapIncident = (payload: unknown): WebhookRows | null => {
  if (readPayload(EventHead, payload).event.data?.type !== 'incident') return null;
  const { event_type: type, occurred_at: at, data } = readPayload(IncidentEvent, payload).event;
  const resolvedAt = resolutionOf(data);
  if (resolvedAt !== undefined) return rowsOfIncident(data, resolvedAt, at);
  return type === 'incident.resolved' ? rowsOfIncident(data, at, at) : null;
};
