import { describe, expect, test } from 'vitest';
import { auditHash } from '@codemetrics/database';
import type { AuditEntriesTable } from '@codemetrics/database';
import { aCall } from './a-call.ts';
import { brokenLink, judgeAudit } from './audit.ts';

const change = (requestId: string, status: number) => aCall({ requestId, status, action: 'tokens.create' });
const entry = (
  request_id: string | null,
  action = 'tokens.create',
  outcome: 'success' | 'denied' = 'success',
) => ({
  ...{ request_id, action, outcome },
});

describe('judgeAudit', () => {
  test('an acknowledged change without an entry, or with two, is found', () => {
    const calls = [change('a', 201), change('b', 201), change('c', 201)];
    expect(judgeAudit(calls, [entry('a'), entry('c'), entry('c')])).toEqual({
      ...{ changes: 3, missing: ['tokens.create of b'], doubled: ['tokens.create of c'], unfounded: [] },
      unacknowledged: [],
    });
  });

  test('an entry of a refused change, of another action or of nobody is found', () => {
    const found = judgeAudit(
      [change('a', 409), change('b', 201)],
      [entry('a'), entry('b', 'users.create'), entry('z')],
    );
    expect(found.unfounded).toEqual(['tokens.create of a', 'users.create of b', 'tokens.create of z']);
    expect(found.missing).toEqual(['tokens.create of b']);
  });

  test('where the answer was lost the entry may be there or not', () => {
    const calls = [change('a', 0), change('b', 503)];
    expect(judgeAudit(calls, [entry('a')])).toEqual({
      ...{ changes: 0, missing: [], doubled: [], unfounded: [], unacknowledged: ['tokens.create of a'] },
    });
  });

  test('refusals and the server’s own entries are no changes', () => {
    expect(judgeAudit([], [entry('a', 'session.create', 'denied'), entry(null)]).unfounded).toEqual([]);
  });
});

describe('brokenLink', () => {
  const chain = (length: number): AuditEntriesTable[] => {
    const entries: AuditEntriesTable[] = [];
    for (let sequence = 1; sequence <= length; sequence++) {
      const rest = {
        ...{ sequence, at: new Date(sequence * 1000), actor: 'admin', actor_kind: 'session' as const },
        ...{
          address: null,
          request_id: null,
          action: 'users.create',
          target: null,
          outcome: 'success' as const,
        },
        ...{ details: { role: 'admin' }, previous_hash: entries.at(-1)?.hash ?? '' },
      };
      entries.push({ ...rest, hash: auditHash(rest) });
    }
    return entries;
  };

  test('a whole chain holds', () => expect(brokenLink(chain(5))).toBeUndefined());

  test('a changed entry is found', () => {
    const entries = chain(5);
    entries[2] = { ...entries[2]!, actor: 'mallory' };
    expect(brokenLink(entries)).toBe(3);
  });

  test('a missing entry is found', () => {
    expect(brokenLink(chain(5).filter(({ sequence }) => sequence !== 3))).toBe(4);
  });
});
