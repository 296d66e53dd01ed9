import type { ResultTable } from '@codemetrics/contracts';
import { formatCell } from '../../metrics/format-cell.ts';
import type { Column } from './column.ts';

export type TableRow = ResultTable['rows'][number];

/** A cell as a number; null where there is none. */
export const numberIn = (row: TableRow, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

/** A cell as text. */
export const textIn = (row: TableRow, name: string): string => String(row[name] ?? '');

const written = (value: number, unit: string): string =>
  // The column's title says that they are lines.
  formatCell(value, unit === 'lines' ? 'count' : unit);

/** The columns of figures that an answer has, as it names them. */
export const figureColumns = (table: ResultTable): Column<TableRow>[] =>
  table.columns
    .filter(({ unit }) => unit !== 'text')
    .map(({ name, title, unit }) => ({
      name,
      title,
      value: (row) => numberIn(row, name),
      cell: (row) => {
        const value = numberIn(row, name);
        return value === null ? <span title="not known">—</span> : written(value, unit);
      },
    }));
