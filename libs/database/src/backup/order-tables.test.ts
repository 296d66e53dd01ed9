import { describe, expect, test } from 'vitest';
import { orderTables } from './order-tables.ts';

describe('orderTables', () => {
  test('puts parents before their children, and else keeps the order', () => {
    expect(
      orderTables(
        ['a', 'b', 'c', 'd'],
        [
          { child: 'a', parent: 'c' },
          { child: 'c', parent: 'd' },
          { child: 'b', parent: 'b' },
          { child: 'b', parent: 'elsewhere' },
        ],
      ),
    ).toEqual(['d', 'c', 'a', 'b']);
  });

  test('refuses a circle, and names it', () => {
    const circle = [
      { child: 'a', parent: 'b' },
      { child: 'b', parent: 'a' },
    ];
    expect(() => orderTables(['a', 'b'], circle)).toThrow('a, b, a refer to each other');
  });
});
