import { DomainError } from '@codemetrics/contracts';
import { findSavedQuery, saveSavedQuery } from '@codemetrics/database';
import { known } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { askAll } from '../queries/run.ts';
import { inTransaction } from '../transaction.ts';
import type { Verb } from '../verb.ts';
import { toSavedQuery } from './to-saved-query.ts';

export const saveQuery: Verb<'savedQueries', 'save'> = async (deps, actor, input) => {
  askAll(input.query);
  const { userId, role } = known(actor);
  return inTransaction(deps, async (tx) => {
    const isSaved = await saveSavedQuery(
      tx,
      {
        query_id: input.id,
        owner_id: userId,
        name: input.name,
        description: input.description,
        shared: input.shared,
        query: input.query,
      },
      deps.now(),
      role === 'admin',
    );
    if (!isSaved)
      throw new DomainError('conflict', { detail: `The id ${input.id} is taken; choose another.` });
    await recordAudit(deps, tx, actor, { action: 'queries.save', target: input.id });
    return toSavedQuery((await findSavedQuery(tx, input.id))!);
  });
};
