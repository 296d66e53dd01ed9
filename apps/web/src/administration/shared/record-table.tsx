import { Table } from '@mantine/core';
import classes from './record-table.module.css';
import type { RecordListProps } from './record-list.tsx';

/** One row a record; for wide windows. */
export const RecordTable = <Row,>({ label, rows, columns, rowKey, actions }: RecordListProps<Row>) => {
  const [name, ...others] = columns;
  return (
    <div className={classes.frame}>
      <Table className={classes.table} verticalSpacing="sm" horizontalSpacing="md">
        <Table.Caption className="visually-hidden">{label}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.label} scope="col" data-number={column.isNumber || undefined}>
                {column.label}
              </Table.Th>
            ))}
            {actions && (
              <Table.Th scope="col">
                <span className="visually-hidden">Actions</span>
              </Table.Th>
            )}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={rowKey(row)}>
              <Table.Th scope="row" className={classes.name}>
                {name.cell(row)}
              </Table.Th>
              {others.map((column) => (
                <Table.Td
                  key={column.label}
                  className={column.isNumber ? 'numbers' : undefined}
                  data-number={column.isNumber || undefined}
                >
                  {column.cell(row)}
                </Table.Td>
              ))}
              {actions && <Table.Td className={classes.actions}>{actions(row)}</Table.Td>}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};
