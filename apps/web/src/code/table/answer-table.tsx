import type { Metric, ResultTable } from '@codemetrics/contracts';
import { formatValue } from '../../metrics/format-value.ts';
import type { Column } from './column.ts';

export type TableRow = ResultTable['rows'][number];

/** A cell as a number; null where there is none. */
export const numberIn = (row: TableRow, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

/** A cell as text. */
export const textIn = (row: TableRow, name: string): string => String(row[name] ?? '');

const UNITS: readonly string[] = ['percent', 'count', 'seconds', 'lines', 'ratio', 'currency', 'score'];

const written = (value: number, unit: string): string =>
  // The column's title says that they are lines.
  formatValue(value, (unit === 'lines' || !UNITS.includes(unit) ? 'count' : unit) as Metric['unit']);

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
