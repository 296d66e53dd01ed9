import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Table } from '@mantine/core';
import { formatCalendarDate } from '../elements/format-time.ts';
import { formatValue } from '../metrics/format-value.ts';
import classes from './chart-table.module.css';
import type { TimeSeries } from './time-series.ts';

interface Props {
  readonly title: string;
  readonly series: readonly TimeSeries[];
  readonly children: ReactNode;
}

const datesOf = (series: readonly TimeSeries[]): readonly string[] =>
  [...new Set(series.flatMap((one) => one.points.map((point) => point.date)))].sort();

/** A drawing and, at the press of a button, the same figures as a table. */
export const ChartTable = ({ title, series, children }: Props) => {
  const [isTable, setTable] = useState(false);
  const id = useId();
  const byDate = isTable
    ? series.map((one) => new Map(one.points.map((point) => [point.date, point.value])))
    : [];
  return (
    <div>
      {isTable ? (
        <div className={classes.frame} id={id} tabIndex={0} role="region" aria-label={`${title}, as a table`}>
          <Table stickyHeader className={classes.table}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Date</Table.Th>
                {series.map((one) => (
                  <Table.Th key={one.name} scope="col">
                    {one.name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {datesOf(series).map((date) => (
                <Table.Tr key={date}>
                  <Table.Th scope="row">{formatCalendarDate(date)}</Table.Th>
                  {series.map((one, index) => {
                    const value = byDate[index]?.get(date) ?? null;
                    return (
                      <Table.Td key={one.name}>
                        {value === null ? '—' : formatValue(value, one.unit)}
                      </Table.Td>
                    );
                  })}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      ) : (
        children
      )}
      <Button
        variant="subtle"
        size="compact-xs"
        mt={4}
        aria-expanded={isTable}
        onClick={() => setTable(!isTable)}
        aria-label={isTable ? `Show ${title} as a chart` : `Show ${title} as a table`}
      >
        {isTable ? 'Show the chart' : 'Show the table'}
      </Button>
    </div>
  );
};
