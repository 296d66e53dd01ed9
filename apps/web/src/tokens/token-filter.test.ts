import { expect, test } from 'vitest';
import type { ServiceToken } from '@codemetrics/contracts';
import { fits, readFilter } from './token-filter.ts';
import { DEFAULT_SORTING, nextSorting, readSorting, sortTokens, writeSorting } from './sort-tokens.ts';
import { toRows } from './token-list.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const token = (over: Partial<ServiceToken>): ServiceToken => ({
  tokenId: 'id',
  created: '2026-05-01T00:00:00.000Z',
  expires: '2027-05-01T00:00:00.000Z',
  sub: 'shop-api-ci',
  createdBy: 'admin',
  scopes: ['data:read'],
  workloads: ['my-team'],
  allowedCidrs: null,
  description: 'Sends coverage',
  lastUsed: null,
  lastUsedFrom: null,
  useCount: 0,
  rotatedFrom: null,
  ...over,
});
const shown = (query: Record<string, string>, over: Partial<ServiceToken> = {}): boolean =>
  fits(token(over), readFilter(query), 'admin', NOW);

test('searches every word in all that is told of a token', () => {
  expect(shown({ search: 'COVERAGE shop' })).toBe(true);
  expect(shown({ search: ' my-team ' })).toBe(true);
  expect(shown({ search: 'shop audit' })).toBe(false);
});

test('one never used counts as unused from its making on', () => {
  expect(shown({ unused: '90' })).toBe(false);
  expect(shown({ unused: '90' }, { created: '2026-01-01T00:00:00.000Z' })).toBe(true);
  const used = { created: '2026-01-01T00:00:00.000Z', lastUsed: '2026-05-30T00:00:00.000Z' };
  expect(shown({ unused: '90' }, used)).toBe(false);
});

test('those that have ended neither expire nor lie unused', () => {
  const ending = { expires: '2026-06-20T00:00:00.000Z' };
  expect(shown({ expiring: '30' }, ending)).toBe(true);
  expect(shown({ expiring: '30' }, { ...ending, status: 'revoked' })).toBe(false);
  expect(shown({ expiring: '30' })).toBe(false);
  expect(shown({ unused: '90' }, { created: '2026-01-01T00:00:00.000Z', status: 'expired' })).toBe(false);
});

test('mine are those that I made', () => {
  expect(shown({ whose: 'mine' })).toBe(true);
  expect(shown({ whose: 'mine' }, { createdBy: 'somebody' })).toBe(false);
});

test('the address says how it is sorted, and what it does not know is as by default', () => {
  for (const text of ['-used', 'expires', 'subject']) expect(writeSorting(readSorting(text))).toBe(text);
  for (const text of [undefined, '', 'constructor', '-__proto__'])
    expect(readSorting(text)).toBe(DEFAULT_SORTING);
  expect(writeSorting(DEFAULT_SORTING)).toBeUndefined();
  expect(nextSorting('expires', DEFAULT_SORTING)).toEqual({ by: 'expires', isDown: false });
  expect(nextSorting('expires', { by: 'expires', isDown: false })).toEqual({ by: 'expires', isDown: true });
});

test('sorts, and knows what replaced what', () => {
  const tokens = [
    token({ tokenId: 'b', sub: 'two 10', rotatedFrom: 'a' }),
    token({ tokenId: 'a', sub: 'Two 9', lastUsed: '2026-05-30T00:00:00.000Z' }),
  ];
  const calls = { start: '2026-06-01', calls: [3], failures: [0] };
  const rows = toRows(tokens, (id) => (id === 'a' ? calls : undefined));
  expect(rows[1]?.replacedBy?.tokenId).toBe('b');
  const order = (text: string) => sortTokens(rows, readSorting(text)).map((row) => row.token.tokenId);
  expect(order('subject')).toEqual(['a', 'b']);
  expect(order('-used')).toEqual(['a', 'b']);
  expect(order('calls')).toEqual(['b', 'a']);
});
