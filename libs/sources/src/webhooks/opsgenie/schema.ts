import { z } from 'zod';
import { Id, Moment, Text } from '../fields.ts';

const MICROSECONDS_FROM = 1e14;
const NANOSECONDS_FROM = 1e17;

/** Opsgenie counts `createdAt` in milliseconds, and `updatedAt` in nanoseconds. */
const inMillis = (value: unknown): unknown => {
  const count = typeof value === 'string' && /^\d{13,19}$/.test(value.trim()) ? Number(value) : value;
  if (typeof count !== 'number') return count;
  if (count >= NANOSECONDS_FROM) return Math.floor(count / 1e6);
  return count >= MICROSECONDS_FROM ? Math.floor(count / 1e3) : count;
};
const Count = z.preprocess(inMillis, Moment);

const Names = z.array(z.string()).nullish().catch(null);
const Responders = z
  .array(z.object({ type: Text, id: Text, name: Text }))
  .nullish()
  .catch(null);

export const Alert = z.object({
  alertId: Id,
  message: Text,
  priority: Text,
  createdAt: Count,
  updatedAt: Count.nullish(),
  teams: Names,
  responders: Responders,
  entity: Text,
});
export type Alert = z.output<typeof Alert>;

/** An incident, as the REST API shows it; events name its id `incidentId`. */
export const Incident = z
  .object({
    id: Id.nullish(),
    incidentId: Id.nullish(),
    message: Text,
    status: Text,
    priority: Text,
    createdAt: Count,
    updatedAt: Count.nullish(),
    impactEndDate: Count.nullish(),
    ownerTeam: Text,
    impactedServices: Names,
    responders: Responders,
    links: z.object({ web: Text }).nullish().catch(null),
  })
  .transform((incident, context) => {
    const id = incident.incidentId ?? incident.id;
    if (id) return { ...incident, id };
    context.addIssue({ code: 'custom', path: ['id'], message: 'must be an id' });
    return z.NEVER;
  });
export type Incident = z.output<typeof Incident>;

export const AlertEvent = z.object({ action: z.string(), integrationName: Text, alert: Alert });
export const IncidentEvent = z.object({ action: z.string(), integrationName: Text, incident: Incident });
