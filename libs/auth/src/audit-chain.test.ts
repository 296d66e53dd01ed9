import type { AuditEntry } from '@codemetrics/contracts';
import { describe, expect, test } from 'vitest';
import type { ChainFault, ChainHead } from './audit-chain.ts';
import { auditEntryHash, createChainVerifier, FIRST_PREVIOUS_HASH } from './audit-chain.ts';

/** Entries 1 to n, oldest first, rightly chained. */
const chainOf = (n: number): AuditEntry[] => {
  const entries: AuditEntry[] = [];
  for (let sequence = 1; sequence <= n; sequence++) {
    const entry = {
      sequence,
      time: '2026-03-02T10:00:00.000Z',
      actor: 'admin',
      actorKind: 'session' as const,
      address: '127.0.0.1',
      requestId: `r-${sequence}`,
      action: 'workloads.create',
      target: `w-${sequence}`,
      outcome: 'success' as const,
      details: { b: 1, a: [{ d: 1, c: 2 }] },
      previousHash: entries.at(-1)?.hash ?? FIRST_PREVIOUS_HASH,
    };
    entries.push({ ...entry, hash: auditEntryHash(entry) });
  }
  return entries;
};
const headOf = (entries: readonly AuditEntry[]): ChainHead => {
  const { sequence, hash } = entries.at(-1)!;
  return { sequence, hash };
};
/** The faults that a verifier tells of, given the entries oldest first. */
const faults = (entries: readonly AuditEntry[], head: ChainHead): ChainFault[] => {
  const verifier = createChainVerifier(head);
  return [...entries.toReversed().map((entry) => verifier.take(entry)), verifier.finish()].filter(
    (fault) => fault !== null,
  );
};
const rehash = (entry: AuditEntry, change: Partial<AuditEntry>): AuditEntry => {
  const { hash: _, ...rest } = { ...entry, ...change };
  return { ...rest, hash: auditEntryHash(rest) };
};

describe('a chain of audit entries', () => {
  const entries = chainOf(5);
  const head = headOf(entries);

  test('that is whole has no fault, with entries added since its head was told too', () => {
    expect(faults(entries, head)).toEqual([]);
    expect(faults(entries, headOf(entries.slice(0, 3)))).toEqual([]);
    expect(faults([], { sequence: 0, hash: FIRST_PREVIOUS_HASH })).toEqual([]);
  });

  test('hashes alike whatever the order of keys', () => {
    const { hash, ...rest } = entries[0]!;
    const turned = { ...rest, details: { a: [{ c: 2, d: 1 }], b: 1 } };
    expect(auditEntryHash(turned)).toBe(hash);
  });

  test.each<[string, Partial<AuditEntry>]>([
    ['time', { time: '2026-03-02T10:00:00.001Z' }],
    ['actor', { actor: 'other' }],
    ['address', { address: null }],
    ['outcome', { outcome: 'denied' }],
    ['details', { details: { b: 2, a: [] } }],
    ['target', { target: 'w-9' }],
  ])('shows an entry whose %s was altered', (_what, change) => {
    const altered = entries.map((entry) => (entry.sequence === 3 ? { ...entry, ...change } : entry));
    expect(faults(altered, head)).toMatchObject([{ sequence: 3, what: 'altered' }]);
  });

  test('shows an entry that was altered and hashed anew', () => {
    const altered = entries.map((entry) => (entry.sequence === 3 ? rehash(entry, { actor: 'x' }) : entry));
    expect(faults(altered, head)).toMatchObject([{ sequence: 4, what: 'gap' }]);
  });

  test('shows what was removed: in the middle, at the beginning, at the end, or all', () => {
    const without = (...gone: number[]) => entries.filter(({ sequence }) => !gone.includes(sequence));
    expect(faults(without(3), head)).toMatchObject([{ sequence: 4, what: 'gap' }]);
    expect(faults(without(1), head)).toMatchObject([{ sequence: 2, what: 'gap' }]);
    expect(faults(without(5), head)).toMatchObject([{ sequence: 5, what: 'gap' }]);
    expect(faults([], head)).toMatchObject([{ sequence: 5, what: 'gap' }]);
  });

  test('shows what was reordered', () => {
    const [one, two, three, four, five] = entries as [
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
      AuditEntry,
    ];
    expect(faults([one, three, two, four, five], head).length).toBeGreaterThan(0);
    const swapped = [one, { ...three, sequence: 2 }, { ...two, sequence: 3 }, four, five];
    expect(faults(swapped, head).some(({ what }) => what === 'altered')).toBe(true);
  });

  test('shows a history that was written anew, to whoever noted its head', () => {
    const anew: AuditEntry[] = [];
    for (const entry of entries)
      anew.push(rehash(entry, { actor: 'forger', previousHash: anew.at(-1)?.hash ?? FIRST_PREVIOUS_HASH }));
    expect(faults(anew, headOf(anew))).toEqual([]);
    expect(faults(anew, headOf(entries.slice(0, 4)))).toMatchObject([{ sequence: 4, what: 'gap' }]);
    expect(faults(anew, head).length).toBeGreaterThan(0);
  });
});
