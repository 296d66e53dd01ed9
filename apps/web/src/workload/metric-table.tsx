import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Metric, MetricResult } from '@codemetrics/contracts';
import { Panel } from '../elements/panel.tsx';
import { useAddress } from '../elements/use-address.ts';
import { formatCell } from '../metrics/format-cell.ts';
import { MetricName } from '../metrics/metric-name.tsx';
import classes from './metric-table.module.css';

interface Props {
  readonly metric: Metric;
  readonly result: MetricResult;
  readonly workload: string;
}

const FIRST_ROWS = 5;

/** The first rows of a metric that is a table, and the way to the screen that has them all. */
export const MetricTable = ({ metric, result, workload }: Props) => {
  const { range } = useAddress().query;
  const table = result.tables?.[0];
  const rows = table?.rows.slice(0, FIRST_ROWS) ?? [];
  return (
    <Panel title={<MetricName metric={metric} />} description={metric.description}>
      {!table || rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {result.error?.detail ?? 'Nothing in this time.'}
        </Text>
      ) : (
        <div
          className={classes.frame}
          role="region"
          aria-label={`First rows of ${metric.title}`}
          tabIndex={0}
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                {table.columns.map((column) => (
                  <Table.Th key={column.name} scope="col">
                    {column.title}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row, index) => (
                <Table.Tr key={index}>
                  {table.columns.map(({ name, unit }) => (
                    <Table.Td key={name} className={classes.cell} data-text={unit === 'text' || undefined}>
                      <bdi>{formatCell(row[name] ?? null, unit)}</bdi>
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      <Text size="sm" mt="xs">
        {table &&
          table.total > FIRST_ROWS &&
          `The first ${FIRST_ROWS} of ${formatCell(table.total, 'count')}. `}
        <Anchor
          component={Link}
          to="/code"
          search={{ workload, ...(range === undefined ? {} : { range }) } as never}
          size="sm"
          underline="always"
        >
          More about the code
        </Anchor>
      </Text>
    </Panel>
  );
};
