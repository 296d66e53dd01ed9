import { describe, expect, test } from 'vitest';
import { suggestId } from './suggest-id.ts';

describe('the id that is suggested for a name', () => {
  test.each([
    ['Shop & Checkout', 'shop-checkout'],
    ['  Équipe Cœur  ', 'equipe-c-ur'],
    ['Team 42!', 'team-42'],
    ['日本', ''],
    ['---', ''],
    ['<script>alert(1)</script>', 'script-alert-1-script'],
  ])('%s becomes %s', (name, id) => {
    expect(suggestId(name, [])).toBe(id);
  });

  test('is always one that the server takes, however long the name is', () => {
    const id = suggestId(`${'a'.repeat(62)} b`, []);
    expect(id).toMatch(/^[a-z0-9][a-z0-9-]{0,62}$/);
    expect(id.endsWith('-')).toBe(false);
  });

  test('is never taken already, nor the word for all workloads', () => {
    expect(suggestId('Shop', ['shop', 'shop-2'])).toBe('shop-3');
    expect(suggestId('All', [])).toBe('all-2');
    const long = 'a'.repeat(63);
    expect(suggestId(long, [long])).toBe(`${'a'.repeat(61)}-2`);
  });
});
