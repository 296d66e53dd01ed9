import { auditHash } from '@codemetrics/database';
import type { AuditEntriesTable } from '@codemetrics/database';
import type { Call } from './call.ts';
import { accepted, isUnknown } from './call.ts';

export type Entry = Pick<AuditEntriesTable, 'request_id' | 'action' | 'outcome'>;

export interface AuditFigures {
  /** Acknowledged changes. */
  readonly changes: number;
  /** Acknowledged changes that have no entry. */
  readonly missing: readonly string[];
  /** Changes with more than one. */
  readonly doubled: readonly string[];
  /** Changes that were made although the answer was none, or 503: the connection was lost while they were committed. */
  readonly unacknowledged: readonly string[];
  /** Entries of changes that were refused, or that nobody asked for. */
  readonly unfounded: readonly string[];
}

/** Compares the changes that were asked for with the audit log’s entries of success, by request id. */
export const judgeAudit = (calls: readonly Call[], entries: readonly Entry[]): AuditFigures => {
  const changes = calls.filter((call) => call.action !== undefined);
  const known = new Map(changes.map((call) => [call.requestId, call]));
  const counts = new Map<string, number>();
  const unfounded: string[] = [];
  for (const { request_id: id, action, outcome } of entries) {
    if (outcome !== 'success' || id === null) continue;
    const call = known.get(id);
    if (call?.action !== action || !(accepted(call) || isUnknown(call))) unfounded.push(`${action} of ${id}`);
    else counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const acknowledged = changes.filter(accepted);
  const name = (call: Call): string => `${call.action} of ${call.requestId}`;
  return {
    changes: acknowledged.length,
    missing: acknowledged.filter((call) => !counts.has(call.requestId)).map(name),
    doubled: changes.filter((call) => (counts.get(call.requestId) ?? 0) > 1).map(name),
    unacknowledged: changes.filter((call) => isUnknown(call) && counts.has(call.requestId)).map(name),
    unfounded,
  };
};

/** The first place where the chain of hashes does not hold, or undefined. Entries in order of their sequence. */
export const brokenLink = (entries: readonly AuditEntriesTable[]): number | undefined => {
  let before: AuditEntriesTable | undefined;
  for (const entry of entries) {
    const { hash, ...rest } = entry;
    const isNext =
      before === undefined || (entry.sequence === before.sequence + 1 && entry.previous_hash === before.hash);
    if (!isNext || auditHash(rest) !== hash) return entry.sequence;
    before = entry;
  }
  return undefined;
};
