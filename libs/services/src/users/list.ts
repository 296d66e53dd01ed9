import { listProvidersOf, listUsers as listRows } from '@codemetrics/database';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';
import { toUser } from './to-user.ts';

export const listUsers: Verb<'users', 'list'> = async (deps, _actor, input) => {
  const cursor = decodeCursor(
    input.cursor,
    'users',
    (parts): parts is [string] => typeof parts[0] === 'string',
  );
  const rows = await listRows(deps.db, cursor?.[0], input.limit + 1);
  const page = rows.slice(0, input.limit);
  const providers = await listProvidersOf(
    deps.db,
    page.map((row) => row.user_id),
  );
  return {
    users: page.map((row) => toUser(row, providers.get(row.user_id))),
    nextCursor: rows.length > input.limit ? encodeCursor('users', [page.at(-1)!.username_key]) : null,
  };
};
