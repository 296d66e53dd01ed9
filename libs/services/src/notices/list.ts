import { listNotices as listRows } from '@codemetrics/database';
import { known } from '../actor.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';
import { toNotice } from './to-notice.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const listNotices: Verb<'notices', 'list'> = async (deps, actor, input) => {
  const { role, userId } = known(actor);
  const cursor = decodeCursor(
    input.cursor,
    'notices',
    (parts): parts is [number, string] =>
      parts.length === 2 && Number.isSafeInteger(parts[0]) && UUID.test(String(parts[1])),
  );
  const rows = await listRows(deps.db, {
    userId: role === 'admin' ? undefined : userId,
    mattersAt: input.include === 'dismissed' ? undefined : deps.now(),
    before: cursor && { createdAt: new Date(cursor[0]), noticeId: cursor[1] },
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  const last = page.at(-1);
  return {
    notices: page.map(toNotice),
    nextCursor:
      last && rows.length > input.limit
        ? encodeCursor('notices', [last.created_at.getTime(), last.notice_id])
        : null,
  };
};
