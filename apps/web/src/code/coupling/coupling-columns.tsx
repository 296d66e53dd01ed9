import type { ResultTable } from '@codemetrics/contracts';
import { COLUMNS } from '../code-metrics.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { figureColumns, textIn } from '../table/answer-table.tsx';
import type { Column } from '../table/column.ts';
import classes from './coupling-columns.module.css';

/** What the table of pairs shows: both files, their repository, and the figures. */
export const couplingColumns = (table: ResultTable): Column<TableRow>[] => [
  {
    name: COLUMNS.path,
    title: 'Files',
    value: (row) => textIn(row, COLUMNS.path),
    cell: (row) => (
      <>
        <bdi className={classes.file}>{textIn(row, COLUMNS.path)}</bdi>
        <span className="visually-hidden"> with </span>
        <bdi className={classes.file}>{textIn(row, COLUMNS.coupledPath)}</bdi>
        <bdi className={classes.repository}>{textIn(row, COLUMNS.repository)}</bdi>
      </>
    ),
  },
  ...figureColumns(table),
];
