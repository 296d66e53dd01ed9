import { DomainError, MAX_SHOWN_BODY } from '@codemetrics/contracts';
import { findDelivery } from '@codemetrics/database';
import type { Verb } from '../verb.ts';
import { toDelivery } from './to-delivery.ts';

export const getDelivery: Verb<'sources', 'delivery'> = async (deps, _actor, input) => {
  const row = await findDelivery(deps.db, input.source, input.deliveryId, MAX_SHOWN_BODY);
  if (!row) throw new DomainError('not-found');
  return { ...toDelivery(row), headers: row.headers, body: row.body, truncated: row.truncated };
};
