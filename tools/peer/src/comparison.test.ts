import { describe, expect, test } from 'vitest';
import { tableOf, verdictOf } from './comparison.ts';

describe('a comparison', () => {
  test('is explained only where it differs and has a reason; null equals null alone', () => {
    expect(verdictOf({ what: 'a', peer: 1, ours: 1, reason: 'none' })).toBe('equal');
    expect(verdictOf({ what: 'a', peer: null, ours: null })).toBe('equal');
    expect(verdictOf({ what: 'a', peer: null, ours: 0 })).toBe('DIFFERENT');
    expect(verdictOf({ what: 'a', peer: 1, ours: 2, reason: 'because' })).toBe('explained');
  });

  test('stands in a table with its reason, and is counted', () => {
    const table = tableOf([
      { what: 'first', peer: 1, ours: 1 },
      { what: 'second', peer: null, ours: 20, reason: 'because' },
    ]);
    expect(table).toMatch(/^first +1 +1 +equal$/m);
    expect(table).toMatch(/^second +– +20 +explained +because$/m);
    expect(table).toContain('1 equal, 1 explained, 0 different');
  });
});
