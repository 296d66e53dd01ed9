import { Table } from '@mantine/core';
import { MetricName } from '../metrics/metric-name.tsx';
import { GroupName } from './group-name.tsx';
import { OverviewValue } from './overview-value.tsx';
import { SortButton } from './sort-button.tsx';
import type { Sorting } from './sort-workloads.ts';
import { BY_NAME } from './sort-workloads.ts';
import type { WorkloadListProps } from './workload-list.ts';
import { WorkloadName } from './workload-name.tsx';
import classes from './workload-table.module.css';

const ariaSort = (by: string, sorting: Sorting) =>
  sorting.by === by ? (sorting.direction === 'asc' ? 'ascending' : 'descending') : undefined;

/** One row a workload, one column a metric; for wide windows. */
export const WorkloadTable = (props: WorkloadListProps) => {
  const { metrics, groups, groupKey, overview, pooled, sorting, onSort } = props;
  return (
    <div className={classes.frame}>
      <Table
        className={classes.table}
        layout="fixed"
        verticalSpacing="sm"
        horizontalSpacing="sm"
        aria-busy={overview === undefined}
      >
        <Table.Caption className="visually-hidden">Workloads and their metrics</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.first} aria-sort={ariaSort(BY_NAME, sorting)}>
              Workload <SortButton by={BY_NAME} of="name" sorting={sorting} onSort={onSort} />
            </Table.Th>
            {metrics.map((metric) => (
              <Table.Th key={metric.id} scope="col" aria-sort={ariaSort(metric.id, sorting)}>
                <MetricName metric={metric} />
                <SortButton by={metric.id} of={metric.title} sorting={sorting} onSort={onSort} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {groups.map((group) => (
          <Table.Tbody key={group.value ?? ''}>
            {groupKey !== null && (
              <Table.Tr className={classes.group}>
                <Table.Th scope="rowgroup">
                  <GroupName groupKey={groupKey} group={group} />
                </Table.Th>
                {metrics.map((metric) => (
                  <Table.Td key={metric.id}>
                    <OverviewValue metric={metric} overview={pooled} group={group.value} />
                  </Table.Td>
                ))}
              </Table.Tr>
            )}
            {group.workloads.map((workload) => (
              <Table.Tr key={workload.id}>
                <Table.Th scope="row" className={groupKey === null ? undefined : classes.inner}>
                  <WorkloadName workload={workload} />
                </Table.Th>
                {metrics.map((metric) => (
                  <Table.Td key={metric.id}>
                    <OverviewValue metric={metric} overview={overview} group={workload.id} />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        ))}
      </Table>
    </div>
  );
};
