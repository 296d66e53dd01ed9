import { bearerToken } from '../bearer-token.ts';
import { readPayload } from '../read-payload.ts';
import { verifyToken } from '../verify-token.ts';
import type { WebhookSource } from '../webhook-source.ts';
import { eventName } from './event-name.ts';
import { mapChange } from './map-change.ts';
import { mapBuild, mapPipelineRun, mapTaskRun } from './map-runs.ts';
import { mapService } from './map-service.ts';
import { mapIncident, mapTicket } from './map-tickets.ts';
import type { Mapper } from './mapper.ts';
import { placeOf } from './place-of.ts';
import { CdEvent } from './schema.ts';
import { stableId } from './stable-id.ts';
import { unwrapEvent } from './unwrap-event.ts';

const SUBJECTS: Readonly<Record<string, readonly [Mapper, ...string[]]>> = {
  pipelinerun: [mapPipelineRun, 'queued', 'started', 'finished'],
  taskrun: [mapTaskRun, 'queued', 'started', 'finished'],
  build: [mapBuild, 'queued', 'started', 'finished'],
  // Not `published` and `removed`: the one tells that an address works, the other that the service is gone.
  service: [mapService, 'deployed', 'upgraded', 'rolledback'],
  change: [mapChange, 'created', 'updated', 'reviewed', 'merged', 'abandoned'],
  incident: [mapIncident, 'detected', 'reported', 'resolved'],
  ticket: [mapTicket, 'created', 'updated', 'closed'],
};

const EVENTS = new Map<string, { subject: string; mapper: Mapper; predicate: string }>(
  Object.entries(SUBJECTS).flatMap(([subject, [mapper, ...predicates]]) =>
    predicates.map(
      (predicate) => [`dev.cdevents.${subject}.${predicate}`, { subject, mapper, predicate }] as const,
    ),
  ),
);

/** CDEvents in CloudEvents over HTTP, binary or structured, with the secret as its bearer token. */
export const cdeventsSource: WebhookSource = {
  id: 'cdevents',
  title: 'CDEvents',
  proof: 'The secret is the bearer token of each delivery (`Authorization: Bearer SECRET`).',
  events: [...EVENTS.keys()],
  headers: ['ce-type', 'ce-id', 'ce-source', 'ce-time', 'ce-subject'],
  verify: (secret, { headers }) => verifyToken(secret, bearerToken(headers['authorization'])),
  head: ({ headers }, payload) => {
    const { type, id, source } = unwrapEvent(payload, headers).context;
    const event = eventName(type) ?? 'unknown';
    const isNamed = typeof id === 'string' && typeof source === 'string';
    // With the event: some senders give all events of one run the same id.
    return { event, deliveryId: isNamed ? stableId(source, `${id} ${event}`) : null };
  },
  map: (event, payload, headers) => {
    const found = EVENTS.get(event);
    if (!found) return [];
    const content = readPayload(CdEvent, unwrapEvent(payload, headers));
    const place = placeOf(content, found.subject);
    return [{ ...place.claim, ...found.mapper(content, place, found.predicate) }];
  },
};
