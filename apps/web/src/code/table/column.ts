import type { ReactNode } from 'react';

/** A column of figures, or of texts, that rows can be sorted by. */
export interface Column<Row> {
  /** As it stands in the address. */
  readonly name: string;
  readonly title: string;
  /** What is sorted by; null: not known. Left out: it can't be sorted by. */
  readonly value?: (row: Row) => number | string | null;
  readonly cell: (row: Row) => ReactNode;
  /** Explains itself; the title where left out. */
  readonly head?: ReactNode;
}

export interface Sorting {
  readonly by: string;
  readonly direction: 'asc' | 'desc';
}

/** What a list of rows shows, as a table or as cards. */
export interface RowsProps<Row> {
  /** What the rows are: `Files`. */
  readonly caption: string;
  /** The first names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}
