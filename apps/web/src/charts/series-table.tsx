import { Table } from '@mantine/core';
import { formatCalendarDate } from '../elements/format-time.ts';
import { formatValue } from '../metrics/format-value.ts';
import classes from './chart-table.module.css';
import type { TimePoint, TimeSeries } from './time-series.ts';

interface Props {
  readonly title: string;
  readonly series: readonly TimeSeries[];
  /** Whether each figure says how many rows are behind it. */
  readonly hasCounts?: boolean;
  /** Taller than beside a drawing. */
  readonly isTall?: boolean;
}

const datesOf = (series: readonly TimeSeries[]): readonly string[] =>
  [...new Set(series.flatMap((one) => one.points.map((point) => point.date)))].sort();

const Figure = ({
  point,
  unit,
  hasCounts,
}: {
  readonly point: TimePoint | undefined;
  readonly unit: TimeSeries['unit'];
  readonly hasCounts: boolean;
}) => (
  <>
    {point?.value === null || point === undefined ? '—' : formatValue(point.value, unit)}
    {hasCounts && point?.count !== undefined && (
      <span className={classes.count}> n&nbsp;=&nbsp;{point.count}</span>
    )}
  </>
);

/** The figures of a chart, a row a date. */
export const SeriesTable = ({ title, series, hasCounts = false, isTall = false }: Props) => {
  const byDate = series.map((one) => new Map(one.points.map((point) => [point.date, point])));
  const running = new Set(
    series.flatMap((one) => one.points.filter((point) => point.partial).map((point) => point.date)),
  );
  const cut = new Set(
    series.flatMap((one) => one.points.filter((point) => point.cut).map((point) => point.date)),
  );
  return (
    <div
      className={classes.frame}
      data-tall={isTall || undefined}
      tabIndex={0}
      role="region"
      aria-label={`${title}, as a table`}
    >
      <Table stickyHeader className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">Date</Table.Th>
            {series.map((one) => (
              <Table.Th key={one.name} scope="col">
                <bdi className={classes.name}>{one.name}</bdi>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {datesOf(series).map((date) => (
            <Table.Tr key={date}>
              <Table.Th scope="row" className={classes.date}>
                {formatCalendarDate(date)}
                {running.has(date) && <span className={classes.count}> still running</span>}
                {cut.has(date) && <span className={classes.count}> cut by the range</span>}
              </Table.Th>
              {series.map((one, index) => (
                <Table.Td key={one.name} className={classes.figure}>
                  <Figure point={byDate[index]?.get(date)} unit={one.unit} hasCounts={hasCounts} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
};
