import { Table } from '@mantine/core';
import { MetricName } from '../metrics/metric-name.tsx';
import { MetricValue } from '../metrics/metric-value.tsx';
import { ValueSkeleton } from '../metrics/value-skeleton.tsx';
import type { WorkloadListProps } from './workload-list.ts';
import { WorkloadName } from './workload-name.tsx';
import classes from './workload-table.module.css';

/** One row a workload, one column a metric; for wide windows. */
export const WorkloadTable = ({ metrics, workloads, overview }: WorkloadListProps) => (
  <div className={classes.frame}>
    <Table
      className={classes.table}
      layout="fixed"
      verticalSpacing="sm"
      horizontalSpacing="md"
      aria-busy={overview === undefined}
    >
      <Table.Caption className="visually-hidden">
        Workloads and their metrics of the last 90 days
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" className={classes.first}>
            Workload
          </Table.Th>
          {metrics.map((metric) => (
            <Table.Th key={metric.id} scope="col">
              <MetricName metric={metric} />
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {workloads.map((workload) => (
          <Table.Tr key={workload.id}>
            <Table.Th scope="row">
              <WorkloadName workload={workload} />
            </Table.Th>
            {metrics.map((metric) => (
              <Table.Td key={metric.id}>
                {overview ? (
                  <MetricValue
                    metric={metric}
                    series={overview.find(metric.id, workload.id)}
                    range={overview.range}
                  />
                ) : (
                  <ValueSkeleton />
                )}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </div>
);
