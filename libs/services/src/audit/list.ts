import { endOf, startOf } from '@codemetrics/contracts';
import { listAudit, readAuditHead } from '@codemetrics/database';
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
    entries: page.map((row) => ({
      sequence: row.sequence,
      time: row.at.toISOString(),
      actor: row.actor,
      actorKind: row.actor_kind,
      address: row.address,
      requestId: row.request_id,
      action: row.action,
      target: row.target,
      outcome: row.outcome,
      details: row.details,
      previousHash: row.previous_hash,
      hash: row.hash,
    })),
    nextCursor: rows.length > input.limit ? encodeCursor('audit', [page.at(-1)!.sequence]) : null,
    head,
  };
};
