import { DomainError } from '@codemetrics/contracts';
import { findWholeDelivery } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { mapAnew } from './map-anew.ts';

export const replayDelivery: Verb<'sources', 'replayDelivery'> = async (deps, actor, input) => {
  const delivery = await findWholeDelivery(deps.db, input.source, input.deliveryId);
  if (!delivery) throw new DomainError('not-found');
  const result = await mapAnew(deps, input.source, delivery);
  await inTransaction(deps, (tx) =>
    recordAudit(deps, tx, actor, {
      action: 'sources.replayDelivery',
      target: `${input.source}/${input.deliveryId}`,
      details: result,
    }),
  );
  return result;
};
