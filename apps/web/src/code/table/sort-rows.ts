import type { Column, Sorting } from './column.ts';

/** A sorting as it stands in the address: `score`, or `-score` for the highest first. */
export const sortingText = ({ by, direction }: Sorting): string => `${direction === 'desc' ? '-' : ''}${by}`;

/** What an address says; as `usual` where it names no column that there is. */
export const readSorting = <Row>(
  text: string | undefined,
  columns: readonly Column<Row>[],
  usual: Sorting,
): Sorting => {
  const direction = text?.startsWith('-') ? 'desc' : 'asc';
  const by = text?.replace(/^-/, '');
  return columns.some(({ name, value }) => name === by && value) ? { by: by as string, direction } : usual;
};

const compare = (a: number | string, b: number | string): number =>
  typeof a === 'string' || typeof b === 'string' ? String(a).localeCompare(String(b)) : a - b;

/** Sorted by a column. Rows without its value stand last, either way; equal ones stay as they were. */
export const sortRows = <Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  { by, direction }: Sorting,
): readonly Row[] => {
  const value = columns.find(({ name }) => name === by)?.value;
  if (!value) return rows;
  const turn = direction === 'asc' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return turn * compare(left, right);
  });
};

/** What a press on a column's head leads to: of figures the highest first, of texts A first, and then turned round. */
export const nextSorting = <Row>(
  { name, value }: Column<Row>,
  rows: readonly Row[],
  now: Sorting,
): Sorting => {
  if (now.by === name) return { by: name, direction: now.direction === 'asc' ? 'desc' : 'asc' };
  const isText = rows.some((row) => typeof value?.(row) === 'string');
  return { by: name, direction: isText ? 'asc' : 'desc' };
};
