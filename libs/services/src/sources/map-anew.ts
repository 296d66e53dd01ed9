import type { SourceId } from '@codemetrics/contracts';
import { DomainError } from '@codemetrics/contracts';
import type { WebhookDeliveriesTable } from '@codemetrics/database';
import { setDeliveryOutcome } from '@codemetrics/database';
import { WEBHOOK_SOURCES } from '@codemetrics/sources';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../transaction.ts';
import type { VerbOutput } from '../verb.ts';
import { applyRows } from './apply-rows.ts';

/** Maps a stored delivery anew, stores its rows and notes what became of it. */
export const mapAnew = async (
  deps: Deps,
  source: SourceId,
  delivery: WebhookDeliveriesTable,
): Promise<VerbOutput<'sources', 'replayDelivery'>> => {
  const { delivery_id } = delivery;
  try {
    return await inTransaction(deps, async (tx) => {
      const payload = JSON.parse(delivery.body) as unknown;
      const mapped = WEBHOOK_SOURCES[source].map(delivery.event, payload, delivery.headers);
      const applied = await applyRows(deps, tx, source, mapped);
      await setDeliveryOutcome(tx, { source, delivery_id, outcome: applied.outcome, failure: null });
      return { ...applied, failure: null };
    });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const failure = error.detail ?? error.code;
    await inTransaction(deps, (tx) =>
      setDeliveryOutcome(tx, { source, delivery_id, outcome: 'failed', failure }),
    );
    return { outcome: 'failed', failure, created: 0, updated: 0, unchanged: 0 };
  }
};
