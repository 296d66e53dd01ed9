import { DomainError } from '@codemetrics/contracts';
import { deleteSavedQuery as deleteRow } from '@codemetrics/database';
import { recordAudit } from '../audit/record.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { mayChange, readableQuery } from './to-saved-query.ts';

export const deleteSavedQuery: Verb<'savedQueries', 'delete'> = (deps, actor, input) =>
  inTransaction(deps, async (tx) => {
    const row = await readableQuery(tx, actor, input.id);
    if (!mayChange(actor, row.owner_id))
      throw new DomainError('not-owner', { detail: `The saved query ${input.id} is ${row.owner}’s.` });
    await deleteRow(tx, input.id);
    await recordAudit(deps, tx, actor, { action: 'queries.delete', target: input.id });
    return null;
  });
