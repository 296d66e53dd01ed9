import { Table, UnstyledButton } from '@mantine/core';
import type { RowsProps } from './column.ts';
import classes from './row-table.module.css';
import { nextSorting } from './sort-rows.ts';

/** One row each, sortable by every column; for wide windows. */
export const RowTable = <Row,>({ caption, columns, rows, keyOf, sorting, onSort }: RowsProps<Row>) => (
  <div className={classes.frame}>
    <Table className={classes.table} verticalSpacing="xs" horizontalSpacing="md">
      <Table.Caption className="visually-hidden">{caption}</Table.Caption>
      <Table.Thead>
        <Table.Tr>
          {columns.map((column, index) => {
            const isActive = sorting.by === column.name;
            const isDown = sorting.direction === 'desc';
            return (
              <Table.Th
                key={column.name}
                scope="col"
                className={index === 0 ? classes.first : classes.figure}
                aria-sort={isActive ? (isDown ? 'descending' : 'ascending') : undefined}
              >
                {column.head && <>{column.head} </>}
                {!column.value && column.title}
                {column.value && (
                  <UnstyledButton
                    className={classes.sort}
                    data-active={isActive || undefined}
                    aria-label={`Sort by ${column.title}`}
                    onClick={() => onSort(nextSorting(column, rows, sorting))}
                  >
                    {!column.head && `${column.title} `}
                    <span aria-hidden>{isActive ? (isDown ? '↓' : '↑') : '↕'}</span>
                  </UnstyledButton>
                )}
              </Table.Th>
            );
          })}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)}>
            {columns.map(({ name, cell }, index) =>
              index === 0 ? (
                <Table.Th key={name} scope="row" className={classes.name}>
                  {cell(row)}
                </Table.Th>
              ) : (
                <Table.Td key={name} className={classes.figure}>
                  {cell(row)}
                </Table.Td>
              ),
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
