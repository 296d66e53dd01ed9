import { expect, test } from 'vitest';
import { countRows, EMPTY_CHAIN, pagesOf, placeOf, withPage } from './run-chain.ts';
import type { RunPage } from './run-pages.ts';

const page = (rows: number, nextCursor: string | null): RunPage =>
  ({ runs: Array.from({ length: rows }, () => ({})), nextCursor }) as RunPage;

const three = withPage(
  withPage(withPage(EMPTY_CHAIN, null, page(3, 'a')), 'a', page(3, 'b')),
  'b',
  page(2, null),
);

test('pages are joined at the cursor that the one before gave', () => {
  expect(three).toEqual({
    pages: [
      { cursor: null, rows: 3 },
      { cursor: 'a', rows: 3 },
      { cursor: 'b', rows: 2 },
    ],
    next: null,
  });
  expect(countRows(three)).toBe(8);
  expect(withPage(EMPTY_CHAIN, 'elsewhere', page(3, null))).toBe(EMPTY_CHAIN);
});

test('a page that is read again and is the same changes nothing', () => {
  expect(withPage(three, 'a', page(3, 'b'))).toBe(three);
  expect(withPage(three, 'b', page(2, null))).toBe(three);
});

test('a page that has moved ends the chain where it now ends', () => {
  expect(withPage(three, 'a', page(3, 'c'))).toEqual({ pages: [...three.pages.slice(0, 2)], next: 'c' });
});

test('a row is found in its page', () => {
  expect(placeOf(three, 0)).toEqual({ page: 0, index: 0 });
  expect(placeOf(three, 5)).toEqual({ page: 1, index: 2 });
  expect(placeOf(three, 8)).toBeUndefined();
  expect(pagesOf(three, 2, 3)).toEqual([0, 1]);
  expect(pagesOf(three, 6, 7)).toEqual([2]);
});
