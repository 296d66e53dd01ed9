import type { ReactNode } from 'react';
import { useIsNarrow } from '../../elements/use-is-narrow.ts';
import { RecordCards } from './record-cards.tsx';
import { RecordTable } from './record-table.tsx';

/** What is told of each record. The first is its name. */
export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** Numbers stand at the end of their column. */
  readonly isNumber?: boolean;
}

export interface RecordListProps<Row> {
  /** What the records are, such as `Users`. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly [Column<Row>, ...Column<Row>[]];
  readonly rowKey: (row: Row) => string;
  readonly actions?: (row: Row) => ReactNode;
}

/** Records as a table, or as cards where a table has no room. */
export const RecordList = <Row,>(props: RecordListProps<Row>) =>
  useIsNarrow() ? <RecordCards {...props} /> : <RecordTable {...props} />;
