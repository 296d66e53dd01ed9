import { z } from 'zod';
import { Id, Moment, Text } from '../fields.ts';

/** An incident, as events and the REST API show it; of its fields only those that are read. */
export const Incident = z.object({
  id: Id,
  title: Text,
  summary: Text,
  status: Text,
  created_at: Moment,
  resolved_at: Moment.nullish(),
  last_status_change_at: Moment.nullish(),
  urgency: Text,
  priority: z.object({ summary: Text, name: Text }).nullish(),
  service: z.object({ id: Text, summary: Text }).nullish(),
  html_url: Text,
});
export type Incident = z.output<typeof Incident>;

/** What an event is about is told by its `data.type`; only incidents are read further. */
export const EventHead = z.object({
  event: z.object({ event_type: Text, data: z.object({ type: Text }).nullish() }),
});

export const IncidentEvent = z.object({
  event: z.object({ event_type: z.string(), occurred_at: Moment, data: Incident }),
});
