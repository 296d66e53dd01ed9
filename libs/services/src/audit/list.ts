import { endOf, startOf } from '@codemetrics/contracts';
import { listAudit, readAuditHead, toAuditEntry } from '@codemetrics/database';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Verb } from '../verb.ts';

export const listAuditEntries: Verb<'audit', 'list'> = async (deps, _actor, input) => {
  const cursor = decodeCursor(input.cursor, 'audit', (parts): parts is [number] =>
    Number.isSafeInteger(parts[0]),
  );
  const head = await readAuditHead(deps.db);
  const rows = await listAudit(deps.db, {
    ...input,
    start: input.start === undefined ? undefined : startOf(input.start),
    end: input.end === undefined ? undefined : endOf(input.end),
    before: cursor?.[0],
    limit: input.limit + 1,
  });
  const page = rows.slice(0, input.limit);
  return {
    entries: page.map(toAuditEntry),
    nextCursor: rows.length > input.limit ? encodeCursor('audit', [page.at(-1)!.sequence]) : null,
    head,
  };
};
