import type { Verb } from '../verb.ts';
import { readableQuery, toSavedQuery } from './to-saved-query.ts';

export const getSavedQuery: Verb<'savedQueries', 'get'> = async (deps, actor, input) =>
  toSavedQuery(await readableQuery(deps.db, actor, input.id));
