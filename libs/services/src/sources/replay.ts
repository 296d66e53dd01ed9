import { listDeliveries } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { encodeCursor } from '../cursor.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { deliveryPlace } from './delivery-place.ts';
import { mapAnew } from './map-anew.ts';

const LISTING = 'deliveries';
const MOST_FAILURES = 20;

export const replaySource: Verb<'sources', 'replay'> = async (deps, actor, input) => {
  const page = await listDeliveries(deps.db, {
    source: input.source,
    start: input.start,
    end: input.end,
    outcome: input.outcome,
    after: deliveryPlace(input.after, LISTING),
    limit: input.limit + 1,
  });
  const deliveries = page.slice(0, input.limit);
  const sum = { replayed: 0, failed: 0, created: 0, updated: 0, unchanged: 0 };
  const failures: { deliveryId: string; event: string; detail: string }[] = [];
  for (const delivery of deliveries) {
    // One delivery that still can't be read must not keep the rest from being mended.
    const applied = await mapAnew(deps, input.source, delivery);
    sum.created += applied.created;
    sum.updated += applied.updated;
    sum.unchanged += applied.unchanged;
    if (applied.failure === null) sum.replayed++;
    else {
      sum.failed++;
      if (failures.length < MOST_FAILURES)
        failures.push({ deliveryId: delivery.delivery_id, event: delivery.event, detail: applied.failure });
    }
  }
  await inTransaction(deps, (tx) =>
    recordAudit(deps, tx, actor, { action: 'sources.replay', target: input.source, details: sum }),
  );
  const last = deliveries.at(-1);
  return {
    ...sum,
    failures,
    nextAfter:
      last && page.length > input.limit ? encodeCursor(LISTING, [last.place, last.delivery_id]) : null,
  };
};
