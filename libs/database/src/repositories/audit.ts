import { sql } from 'kysely';
import type { AuditEntry } from '@codemetrics/contracts';
import { auditEntryHash } from '@codemetrics/auth';
import type { Executor } from '../connect/connect.ts';
import type { AuditEntriesTable } from '../tables/access.ts';

/** What is told of one event; its place in the chain is added when it is written. */
export type NewAuditEntry = Omit<AuditEntriesTable, 'sequence' | 'previous_hash' | 'hash'>;

/** An entry as the API tells it. */
export const toAuditEntry = (row: AuditEntriesTable): AuditEntry => ({
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
});

/** The hash of a row: over what it tells and the hash before it. */
export const auditHash = (row: Omit<AuditEntriesTable, 'hash'>): string =>
  auditEntryHash(toAuditEntry({ ...row, hash: '' }));

/** The newest entry's number and hash; 0 and zeros before the first. */
export const readAuditHead = (db: Executor): Promise<{ sequence: number; hash: string }> =>
  db.selectFrom('audit_head').select(['sequence', 'hash']).executeTakeFirstOrThrow();

/** Appends one entry to the chain, within the caller's transaction; the row lock on the head keeps appends in order. */
export const appendAudit = async (db: Executor, entry: NewAuditEntry): Promise<void> => {
  const head = await db
    .selectFrom('audit_head')
    .select(['sequence', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const chained = { ...entry, sequence: head.sequence + 1, previous_hash: head.hash };
  const hash = auditHash(chained);
  await db
    .insertInto('audit_entries')
    .values({ ...chained, hash, details: sql`${JSON.stringify(entry.details)}::jsonb` })
    .execute();
  await db.updateTable('audit_head').set({ sequence: chained.sequence, hash }).execute();
};

export interface AuditFilter {
  readonly action?: string | undefined;
  readonly actor?: string | undefined;
  readonly target?: string | undefined;
  readonly outcome?: AuditEntriesTable['outcome'] | undefined;
  readonly start?: Date | undefined;
  readonly end?: Date | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Newest first. */
export const listAudit = (db: Executor, filter: AuditFilter): Promise<AuditEntriesTable[]> => {
  let query = db.selectFrom('audit_entries').selectAll().orderBy('sequence', 'desc').limit(filter.limit);
  if (filter.action !== undefined) query = query.where('action', '=', filter.action);
  if (filter.actor !== undefined) query = query.where('actor', '=', filter.actor);
  if (filter.target !== undefined) query = query.where('target', '=', filter.target);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  if (filter.start !== undefined) query = query.where('at', '>=', filter.start);
  if (filter.end !== undefined) query = query.where('at', '<', filter.end);
  if (filter.before !== undefined) query = query.where('sequence', '<', filter.before);
  return query.execute();
};
