import { UnstyledButton } from '@mantine/core';
import type { ResultTable } from '@codemetrics/contracts';
import { COLUMNS } from '../code-metrics.ts';
import type { TableRow } from '../table/answer-table.tsx';
import { figureColumns, textIn } from '../table/answer-table.tsx';
import type { Column } from '../table/column.ts';
import classes from './hotspot-columns.module.css';
import type { Place } from './place.ts';
import { folderOf, isSamePlace } from './place.ts';

interface Given {
  readonly table: ResultTable;
  /** Where one is: nothing leads to it. */
  readonly place: Place;
  readonly onGo: (place: Place) => void;
}

const Leads = ({ to, place, onGo, text }: { to: Place; text: string } & Omit<Given, 'table'>) =>
  isSamePlace(to, place) ? (
    text
  ) : (
    <UnstyledButton
      className={classes.leads}
      title={`Look into ${text}`}
      aria-label={`Look into ${text}`}
      onClick={() => onGo(to)}
    >
      {text}
    </UnstyledButton>
  );

/** What the table of hotspots shows: a file, whose folder and repository can be looked into, and its figures. */
export const hotspotColumns = ({ table, place, onGo }: Given): Column<TableRow>[] => [
  {
    name: COLUMNS.path,
    title: table.columns.find(({ name }) => name === COLUMNS.path)?.title ?? 'File',
    value: (row) => textIn(row, COLUMNS.path),
    cell: (row) => {
      const [repository, path] = [textIn(row, COLUMNS.repository), textIn(row, COLUMNS.path)];
      const folder = folderOf(path);
      const given = { place, onGo };
      return (
        <>
          <bdi>
            {folder !== '' && <Leads {...given} to={{ repository, folder }} text={`${folder}/`} />}
            {folder === '' ? path : path.slice(folder.length + 1)}
          </bdi>
          <bdi className={classes.repository}>
            <Leads {...given} to={{ repository, folder: '' }} text={repository} />
          </bdi>
        </>
      );
    },
  },
  ...figureColumns(table),
];
