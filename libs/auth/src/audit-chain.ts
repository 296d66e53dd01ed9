import { createHash } from 'node:crypto';
import type { AuditEntry } from '@codemetrics/contracts';

/** An entry of the audit log without its own hash. */
export type UnhashedEntry = Omit<AuditEntry, 'hash'>;

/** What stands before the first entry. */
export const FIRST_PREVIOUS_HASH = '0'.repeat(64);

/** Keys in one order at every depth, so that a hash doesn't depend on how they are stored. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, canonical(inner)]),
    );
  return value;
};

/**
 * SHA-256 (hexadecimal) over the canonical JSON of an entry with the hash before it: keys sorted at every depth, named as
 * the database names them.
 */
export const auditEntryHash = (entry: UnhashedEntry): string => {
  const { sequence, time, actor, actorKind, address, requestId, action, target, outcome, details } = entry;
  const hashed = {
    sequence,
    at: time,
    actor,
    actor_kind: actorKind,
    address,
    request_id: requestId,
    action,
    target,
    outcome,
    details,
    previous_hash: entry.previousHash,
  };
  return createHash('sha256')
    .update(JSON.stringify(canonical(hashed)))
    .digest('hex');
};

/** Where a chain is broken. `altered`: the entry is not what its hash says; `gap`: entries before or after it are missing or out of order. */
export interface ChainFault {
  readonly sequence: number;
  readonly what: 'altered' | 'gap';
  readonly detail: string;
}

/** Looks at the entries of a chain one after the other, newest first, as the API lists them. */
export interface ChainVerifier {
  /** The fault that this entry shows, or null. */
  take(entry: AuditEntry): ChainFault | null;
  /** The fault that shows once there is no further entry: the chain does not reach back to its beginning. */
  finish(): ChainFault | null;
}

/** The newest entry of a chain, as the server tells of it, or as it was noted earlier. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

const gap = (sequence: number, detail: string): ChainFault => ({ sequence, what: 'gap', detail });

/** A verifier of a whole chain that must contain every one of `heads`: what was the newest entry at some time. */
export const createChainVerifier = (...heads: readonly ChainHead[]): ChainVerifier => {
  const newestOf = Math.max(0, ...heads.map(({ sequence }) => sequence));
  let after: AuditEntry | undefined;
  return {
    take: (entry) => {
      const newer = after;
      after = entry;
      const { sequence } = entry;
      if (auditEntryHash(entry) !== entry.hash)
        return { sequence, what: 'altered', detail: `Entry ${sequence} is not what its hash was made of.` };
      if (heads.some((head) => head.sequence === sequence && head.hash !== entry.hash))
        return gap(sequence, `Entry ${sequence} is another than the one that was the newest before.`);
      if (newer === undefined)
        return sequence < newestOf
          ? gap(newestOf, `The newest entry is ${sequence}, and it was ${newestOf} before.`)
          : null;
      if (newer.sequence !== sequence + 1)
        return gap(
          newer.sequence,
          `Before entry ${newer.sequence} comes ${sequence}: some are missing or out of order.`,
        );
      return newer.previousHash === entry.hash
        ? null
        : gap(newer.sequence, `Entry ${newer.sequence} does not follow the ${sequence} that is there.`);
    },
    finish: () => {
      if (after === undefined)
        return newestOf === 0 ? null : gap(newestOf, 'There are no entries, and there were before.');
      return after.sequence === 1 && after.previousHash === FIRST_PREVIOUS_HASH
        ? null
        : gap(
            after.sequence,
            `The chain begins with entry ${after.sequence}: what came before it is missing.`,
          );
    },
  };
};
