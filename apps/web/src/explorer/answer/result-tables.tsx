import { useState } from 'react';
import { Button, Table, Text, Title } from '@mantine/core';
import type { Metric, MetricResult } from '@codemetrics/contracts';
import { formatCell } from '../../metrics/format-cell.ts';
import { MetricName } from '../../metrics/metric-name.tsx';
import { groupName } from './group-name.ts';
import type { WorkloadNames } from './group-name.ts';
import classes from './result-tables.module.css';

const FIRST_ROWS = 25;

type Shown = NonNullable<MetricResult['tables']>[number];

const OneTable = ({ table, title }: { readonly table: Shown; readonly title: string }) => {
  const [isWhole, setWhole] = useState(false);
  const rows = isWhole ? table.rows : table.rows.slice(0, FIRST_ROWS);
  return (
    <>
      <div className={classes.frame} role="region" aria-label={title} tabIndex={0}>
        <Table stickyHeader className={classes.table}>
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
                {table.columns.map((column) => (
                  <Table.Td key={column.name} className={classes.cell}>
                    <bdi>{formatCell(row[column.name] ?? null, column.unit)}</bdi>
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="xs" c="dimmed" mt={4}>
        {rows.length} of {table.total} rows
        {table.rows.length > rows.length && (
          <Button variant="subtle" size="compact-xs" ml="xs" onClick={() => setWhole(true)}>
            Show {table.rows.length}
          </Button>
        )}
      </Text>
    </>
  );
};

/** The tables of a metric whose answer is rows of its own. */
export const ResultTables = ({
  metric,
  tables,
  workloads,
}: {
  readonly metric: Metric;
  readonly tables: readonly Shown[];
  readonly workloads: WorkloadNames;
}) => (
  <section>
    <Title order={3} size="h4" mb="xs">
      <MetricName metric={metric} />
    </Title>
    {tables.length === 0 && <Text size="sm">Nothing in this range.</Text>}
    {tables.map((table) => {
      const group = groupName(table.group, workloads);
      return (
        <div key={group} className={classes.one}>
          {group !== '' && (
            <Text size="sm" fw={600} mb={4}>
              <bdi>{group}</bdi>
            </Text>
          )}
          <OneTable table={table} title={`${metric.title}${group === '' ? '' : `, ${group}`}`} />
        </div>
      );
    })}
  </section>
);
