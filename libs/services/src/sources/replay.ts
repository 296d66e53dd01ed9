import type { SourceId } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { ListedDelivery } from '@codemetrics/database';
import { listDeliveries, setDeliveryOutcome } from '@codemetrics/database';
import { WEBHOOK_SOURCES } from '@codemetrics/sources';
import { recordAudit } from '../audit/record.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import type { Applied } from './apply-rows.ts';
import { applyRows } from './apply-rows.ts';

const MOST_FAILURES = 20;

const replayOne = (deps: Deps, source: SourceId, delivery: ListedDelivery): Promise<Applied> =>
  inTransaction(deps, async (tx) => {
    const payload = JSON.parse(delivery.body) as unknown;
    const mapped = WEBHOOK_SOURCES[source].map(delivery.event, payload, delivery.headers);
    const applied = await applyRows(deps, tx, source, mapped);
    await setDeliveryOutcome(tx, { source, delivery_id: delivery.delivery_id, outcome: applied.outcome });
    return applied;
  });

export const replaySource: Verb<'sources', 'replay'> = async (deps, actor, input) => {
  const after = decodeCursor(
    input.after,
    'deliveries',
    (parts): parts is [string, string] =>
      parts.every((part) => typeof part === 'string') && !Number.isNaN(Date.parse(String(parts[0]))),
  );
  const page = await listDeliveries(deps.db, {
    source: input.source,
    start: input.start,
    end: input.end,
    outcome: input.outcome,
    after: after && { receivedAt: after[0], deliveryId: after[1] },
    limit: input.limit + 1,
  });
  const deliveries = page.slice(0, input.limit);
  const sum = { replayed: 0, failed: 0, created: 0, updated: 0, unchanged: 0 };
  const failures: { deliveryId: string; event: string; detail: string }[] = [];
  for (const delivery of deliveries) {
    try {
      const applied = await replayOne(deps, input.source, delivery);
      sum.replayed++;
      sum.created += applied.created;
      sum.updated += applied.updated;
      sum.unchanged += applied.unchanged;
    } catch (error) {
      // One delivery that still can't be read must not keep the rest from being mended.
      if (!(error instanceof DomainError)) throw error;
      sum.failed++;
      if (failures.length < MOST_FAILURES)
        failures.push({
          deliveryId: delivery.delivery_id,
          event: delivery.event,
          detail: error.detail ?? error.code,
        });
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
      last && page.length > input.limit ? encodeCursor('deliveries', [last.place, last.delivery_id]) : null,
  };
};
