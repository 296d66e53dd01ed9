import { endOf, startOf } from '@codemetrics/contracts';
import { listDeliveryHeads } from '@codemetrics/database';
import { encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';
import { deliveryPlace } from './delivery-place.ts';
import { toDelivery } from './to-delivery.ts';

const LISTING = 'source-deliveries';

export const listDeliveries: Verb<'sources', 'deliveries'> = async (deps, _actor, input) => {
  const rows = await listDeliveryHeads(deps.db, {
    source: input.source,
    outcome: input.outcome,
    event: input.event,
    start: input.start === undefined ? undefined : startOf(input.start),
    end: input.end === undefined ? undefined : endOf(input.end),
    before: deliveryPlace(input.cursor, LISTING),
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    deliveries: page.map(toDelivery),
    nextCursor:
      last && rows.length > input.limit ? encodeCursor(LISTING, [last.place, last.delivery_id]) : null,
  };
};
