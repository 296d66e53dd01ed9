import type { Readable } from 'node:stream';
import type { ChainFault, ChainHead } from '@codemetrics/auth';
import { createChainVerifier } from '@codemetrics/auth';
import type { AuditEntry } from '@codemetrics/contracts';
import { readEntries } from './read-entries.ts';

/** What a look at a whole audit log found. */
export interface AuditReport {
  readonly entries: number;
  readonly faults: readonly ChainFault[];
  /** The newest entry; null for an empty log. */
  readonly head: ChainHead | null;
}

/** So many faults are told one by one; a log written anew would fill the screen. */
const MOST_FAULTS = 20;

/** Checks every entry of a log, newest first, against its hash, its neighbours, and the heads that are known of it. */
export const verifyAudit = async (
  lines: Readable,
  heads: readonly ChainHead[],
  onProgress: (entries: number) => void = () => undefined,
): Promise<AuditReport> => {
  const verifier = createChainVerifier(...heads);
  const faults: ChainFault[] = [];
  const note = (fault: ChainFault | null): void => {
    if (fault && faults.length < MOST_FAULTS) faults.push(fault);
  };
  let entries = 0;
  let newest: AuditEntry | undefined;
  for await (const entry of readEntries(lines)) {
    newest ??= entry;
    note(verifier.take(entry));
    entries += 1;
    if (entries % 1000 === 0) onProgress(entries);
  }
  note(verifier.finish());
  return { entries, faults, head: newest ? { sequence: newest.sequence, hash: newest.hash } : null };
};
