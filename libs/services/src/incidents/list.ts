import { endOf, startOf } from '@codemetrics/contracts';
import { listIncidents as listRows } from '@codemetrics/database';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { isTimePlace } from '../listing-place.ts';
import type { Verb } from '../verb.ts';
import { listedWorkloads } from '../workloads/listed.ts';
import { toIncident } from './to-incident.ts';

export const listIncidents: Verb<'incidents', 'list'> = async (deps, actor, input) => {
  const cursor = decodeCursor(input.cursor, 'incidents', isTimePlace);
  const rows = await listRows(deps.db, {
    workloads: await listedWorkloads(deps.db, actor, input),
    status: input.status,
    severities: input.severity,
    start: input.start === undefined ? undefined : startOf(input.start),
    end: input.end === undefined ? undefined : endOf(input.end),
    after: cursor && { openedAt: cursor[0], incidentId: cursor[1] },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    incidents: page.map(toIncident),
    nextCursor:
      last && rows.length > input.limit ? encodeCursor('incidents', [last.place, last.incident_id]) : null,
  };
};
