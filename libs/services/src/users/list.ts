import { listUsers as listRows } from '@codemetrics/database';
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
  return {
    users: page.map(toUser),
    nextCursor: rows.length > input.limit ? encodeCursor('users', [page.at(-1)!.username_key]) : null,
  };
};
