import { listSavedQueries as listRows } from '@codemetrics/database';
import { known } from '../actor.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';
import { toSavedQuery } from './to-saved-query.ts';

export const listSavedQueries: Verb<'savedQueries', 'list'> = async (deps, actor, input) => {
  const cursor = decodeCursor(
    input.cursor,
    'saved-queries',
    (parts): parts is [string] => parts.length === 1 && typeof parts[0] === 'string',
  );
  const rows = await listRows(deps.db, {
    userId: known(actor).userId,
    after: cursor?.[0],
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    queries: page.map(toSavedQuery),
    nextCursor: last && rows.length > input.limit ? encodeCursor('saved-queries', [last.query_id]) : null,
  };
};
