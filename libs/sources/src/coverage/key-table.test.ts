import { expect, test } from 'vitest';
import { KeyTable } from './key-table.ts';

test('finds every entry again, however many there are', () => {
  const table = new KeyTable();
  const expected = new Map<string, number>();
  for (let index = 0; index < 200_000; index++) {
    const key = [1 + (index % 7), Math.imul(index, 2_654_435_761) >>> 0, index % 3, index >>> 12] as const;
    const at = table.find(...key);
    const value = (table.words[at] ?? 0) + 1;
    table.words[at] = value;
    table.words[at + 1] = index;
    expected.set(key.join(), value);
  }
  for (const [key, value] of expected) {
    const [a = 0, b = 0, c = 0, d = 0] = key.split(',').map(Number);
    const at = table.find(a, b, c, d);
    if (table.words[at] !== value) expect.fail(`${key} holds ${table.words[at]}, not ${value}`);
  }
});

test('neighbours that share a shard stay apart', () => {
  const table = new KeyTable();
  const place = (key: number): number => table.find(1, key & 15, (key >>> 4) & 7, key >>> 7);
  for (let key = 0; key < 1000; key++) {
    const at = place(key);
    table.words[at] = key + 1;
  }
  for (let key = 0; key < 1000; key++) {
    const at = place(key);
    expect(table.words[at]).toBe(key + 1);
  }
});
