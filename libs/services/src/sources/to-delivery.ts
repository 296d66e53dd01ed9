import type { SourceDelivery } from '@codemetrics/contracts';
import type { DeliveryHead } from '@codemetrics/database';

/** A delivery as the API tells it. */
export const toDelivery = (row: Omit<DeliveryHead, 'place' | 'source'>): SourceDelivery => ({
  deliveryId: row.delivery_id,
  event: row.event,
  received: row.received_at.toISOString(),
  outcome: row.outcome,
  failure: row.failure,
  bodyBytes: row.body_bytes,
});
