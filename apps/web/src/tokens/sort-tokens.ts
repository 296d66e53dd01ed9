import { total } from './daily-calls.ts';
import type { TokenRow } from './token-list.ts';

/** What the list can be sorted by, each with the direction of its first press. */
export const SORTS = {
  subject: { label: 'Subject', isDown: false },
  created: { label: 'Created', isDown: true },
  expires: { label: 'Expires', isDown: false },
  used: { label: 'Last used', isDown: true },
  calls: { label: 'Calls', more: 'in 30 days', isDown: true },
} as const;

export type SortBy = keyof typeof SORTS;

export interface Sorting {
  readonly by: SortBy;
  readonly isDown: boolean;
}

/** As the server lists them: the newest first. */
export const DEFAULT_SORTING: Sorting = { by: 'created', isDown: true };

/** `expires` or `-calls`, as the address has it. */
export const readSorting = (text: string | undefined): Sorting => {
  const by = text?.replace(/^-/, '') ?? '';
  return Object.hasOwn(SORTS, by)
    ? { by: by as SortBy, isDown: text?.startsWith('-') ?? false }
    : DEFAULT_SORTING;
};

/** As it stands in the address; undefined for what needs no word. */
export const writeSorting = ({ by, isDown }: Sorting): string | undefined =>
  by === DEFAULT_SORTING.by && isDown === DEFAULT_SORTING.isDown ? undefined : `${isDown ? '-' : ''}${by}`;

/** After a press on the head of a column: by it, and at a second press the other way. */
export const nextSorting = (by: SortBy, now: Sorting): Sorting => ({
  by,
  isDown: now.by === by ? !now.isDown : SORTS[by].isDown,
});

const VALUES: Readonly<Record<Exclude<SortBy, 'subject'>, (row: TokenRow) => number>> = {
  created: ({ token }) => Date.parse(token.created),
  expires: ({ token }) => Date.parse(token.expires),
  used: ({ token }) => (token.lastUsed === null ? 0 : Date.parse(token.lastUsed)),
  calls: ({ calls }) => (calls ? total(calls.calls) : 0),
};

/** Sorted; equals stay in the server's order. */
export const sortTokens = (rows: readonly TokenRow[], { by, isDown }: Sorting): readonly TokenRow[] => {
  const compare =
    by === 'subject'
      ? (a: TokenRow, b: TokenRow) =>
          a.token.sub.localeCompare(b.token.sub, undefined, { numeric: true, sensitivity: 'base' })
      : (a: TokenRow, b: TokenRow) => VALUES[by](a) - VALUES[by](b);
  return [...rows].sort((a, b) => (isDown ? -1 : 1) * compare(a, b));
};
