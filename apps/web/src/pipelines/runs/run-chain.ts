import type { RunPage } from './run-pages.ts';

/** The pages of a listing that have been read, and where the next one begins. */
export interface RunChain {
  readonly pages: readonly { readonly cursor: string | null; readonly rows: number }[];
  /** null: there is nothing more; undefined: nothing has been read yet. */
  readonly next: string | null | undefined;
}

export const EMPTY_CHAIN: RunChain = { pages: [], next: undefined };

/** A chain with the page that was read at a cursor: added at its end, or put anew where what follows has moved. */
export const withPage = (chain: RunChain, cursor: string | null, page: RunPage): RunChain => {
  const at = chain.pages.findIndex((one) => one.cursor === cursor);
  const known = chain.pages[at];
  const next = at + 1 < chain.pages.length ? chain.pages[at + 1]?.cursor : chain.next;
  if (known && known.rows === page.runs.length && next === page.nextCursor) return chain;
  if (!known && cursor !== (chain.next ?? null)) return chain;
  const before = known ? chain.pages.slice(0, at) : chain.pages;
  return { pages: [...before, { cursor, rows: page.runs.length }], next: page.nextCursor };
};

/** How many rows are known to be there. */
export const countRows = (chain: RunChain): number => chain.pages.reduce((sum, page) => sum + page.rows, 0);

/** The pages that hold the rows from one to another, by number. */
export const pagesOf = (chain: RunChain, first: number, last: number): number[] => {
  const found: number[] = [];
  let begin = 0;
  for (const [index, { rows }] of chain.pages.entries()) {
    if (begin <= last && begin + rows > first) found.push(index);
    begin += rows;
  }
  return found;
};

/** Where in which page a row stands. */
export const placeOf = (chain: RunChain, row: number): { page: number; index: number } | undefined => {
  let begin = 0;
  for (const [page, { rows }] of chain.pages.entries()) {
    if (row < begin + rows) return { page, index: row - begin };
    begin += rows;
  }
  return undefined;
};
