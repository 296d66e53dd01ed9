import { expect, test } from 'vitest';
import type { Column } from './column.ts';
import { nextSorting, readSorting, sortingText, sortRows } from './sort-rows.ts';

interface Row {
  readonly name: string;
  readonly figure: number | null;
}

const columns: readonly Column<Row>[] = [
  { name: 'name', title: 'Name', value: ({ name }) => name, cell: ({ name }) => name },
  { name: 'figure', title: 'Figure', value: ({ figure }) => figure, cell: ({ figure }) => figure },
];
const rows: readonly Row[] = [
  { name: 'b', figure: 10 },
  { name: 'none', figure: null },
  { name: 'a', figure: 9 },
  { name: 'c', figure: 10 },
];
const usual = { by: 'figure', direction: 'asc' } as const;
const names = (text: string): string =>
  sortRows(rows, columns, readSorting(text, columns, usual))
    .map(({ name }) => name)
    .join(' ');

test.each([
  ['figure', 'a b c none'],
  ['-figure', 'b c a none'],
  ['name', 'a b c none'],
  ['-name', 'none c b a'],
  ['', 'a b c none'],
  ['-__proto__', 'a b c none'],
])('%j sorts as %s', (text, order) => {
  expect(names(text)).toBe(order);
});

test('a sorting is written as it is read', () => {
  for (const text of ['name', '-figure']) expect(sortingText(readSorting(text, columns, usual))).toBe(text);
});

test('a first press shows the highest figure or the first name, a second turns it round', () => {
  expect(nextSorting(columns[0]!, rows, usual)).toEqual({ by: 'name', direction: 'asc' });
  expect(nextSorting(columns[1]!, rows, { by: 'name', direction: 'asc' })).toEqual({
    by: 'figure',
    direction: 'desc',
  });
  expect(nextSorting(columns[1]!, rows, usual)).toEqual({ by: 'figure', direction: 'desc' });
});
